"""Style sheets with which a browser prints the article."""

BASE = "body{font:11pt/1.4 serif} h1{font-size:18pt} td,th{padding-right:2em}"

STYLES = {
    "page": BASE,
    "narrow": BASE + "@page{size:95mm 200mm;margin:10mm} p{text-align:justify}",
    "columns": BASE + "article{columns:2;column-gap:8mm}",
    "hyphens": BASE + "@page{size:95mm 200mm;margin:10mm} p{hyphens:auto}",
    "indents": BASE + "p{margin:0;text-indent:1.5em}",
    "dropcaps": BASE + "h1+p::first-letter,h2+p::first-letter{float:left;"
                       "font-size:3.2em;line-height:.9}"
                       "h2{letter-spacing:.5em;text-transform:uppercase}",
    "sans": "body{font:9pt/1.3 sans-serif}",
}
