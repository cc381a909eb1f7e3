"""Style sheets with which a browser prints the article."""

BASE = "body{font:11pt/1.4 serif} h1{font-size:18pt} td,th{padding-right:2em}"

STYLES = {
    "page": BASE,
    "narrow": BASE + "@page{size:95mm 200mm;margin:10mm} p{text-align:justify}",
    "columns": BASE + "article{columns:2;column-gap:8mm}",
    "hyphens": BASE + "@page{size:95mm 200mm;margin:10mm} p{hyphens:auto}",
    "indents": BASE + "p{margin:0;text-indent:1.5em}",
    "sans": "body{font:9pt/1.3 sans-serif}",
}
