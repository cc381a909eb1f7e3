"""
The chains: each turns the article into text, as builders of corpora do.

CHAINS: name, programs that it needs, shell command that prints the text. Files
that a command reads are made by MAKES when they are first named. $NODE_TOOLS
holds the packages of package.json, see README.md.
"""

PY = "/usr/bin/python3 -c"
NODE = "node $HERE/convert.mjs"
BROWSER = ("chromium --headless --no-sandbox --disable-gpu "
           "--no-pdf-header-footer --print-to-pdf={out} {page}")
OFFICE = "soffice -env:UserInstallation=file://$TMP/office --headless"

# file: (programs, command)
MAKES = {
    "article.md": (["pandoc"], "pandoc -f html -t markdown article.html"
                               " -o article.md"),
    "article.gfm": (["pandoc"], "pandoc -f html -t gfm article.html"
                                " -o article.gfm"),
    "article.docx": (["pandoc"], "pandoc article.html -o article.docx"),
    "article.odt": (["pandoc"], "pandoc article.html -o article.odt"),
    "article.epub": (["pandoc"], "pandoc article.html -o article.epub"),
    "article.rtf": (["pandoc"], "pandoc -s article.html -o article.rtf"),
    "article.ms": (["pandoc"], "pandoc -s -t ms article.html -o article.ms"),
    "article.man": (["pandoc"], "pandoc -s -t man article.html"
                                " -o article.man"),
    "article.tex": (["pandoc"], "pandoc -t latex article.html -o article.tex"),
    "office.doc": (["soffice"], OFFICE + " --convert-to doc:'MS Word 97'"
                   " --outdir . office.odt"),
    "office.rtf": (["soffice"], OFFICE + " --convert-to rtf --outdir ."
                                         " office.odt"),
    "office.txt": (["soffice"], OFFICE + " --convert-to txt:Text:UTF8"
                                         " --outdir . office.odt"),
    "office.odt": (["soffice", "pandoc"], "cp article.odt office.odt"),
    "office.pdf": (["soffice"], OFFICE + " --convert-to pdf --outdir ."
                                         " office.odt"),
    "wk.pdf": (["wkhtmltopdf"], "wkhtmltopdf -q article.html wk.pdf"),
    "page-1.pgm": (["pdftoppm"], "pdftoppm -gray -r 200 page.pdf page"),
}

CHAINS = [
    # pages
    ("w3m", "w3m", "w3m -dump -T text/html -I UTF-8 -O UTF-8 article.html"),
    ("w3m-60", "w3m", "w3m -dump -cols 60 -T text/html -I UTF-8 -O UTF-8"
                      " article.html"),
    ("lynx", "lynx", "lynx -dump -display_charset=utf-8"
                     " -assume_charset=utf-8 article.html"),
    ("lynx-nolist", "lynx", "lynx -dump -nolist -display_charset=utf-8"
                            " -assume_charset=utf-8 article.html"),
    ("links2", "links2", "links2 -dump -codepage utf-8 article.html"),
    ("elinks", "elinks", "elinks -no-home -dump -dump-charset utf-8"
                         " article.html"),
    ("html2text", "html2text", "html2text -utf8 article.html"),
    ("xsltproc", "xsltproc", "xsltproc --html $HERE/text.xsl article.html"),
    ("xmllint", "xmllint", "xmllint --html --encode UTF-8"
                           " --xpath 'string(//article)' article.html"),
    ("tidy-w3m", "tidy w3m", "tidy -q -utf8 --bare yes article.html"
     " 2>/dev/null | w3m -dump -T text/html -I UTF-8 -O UTF-8"),
    ("python-html2text", "python:html2text", PY + ' "import html2text,sys;'
     "sys.stdout.write(html2text.html2text(open('article.html').read()))\""),
    ("python-html2text-plain", "python:html2text",
     PY + ' "import html2text,sys;h=html2text.HTML2Text();'
     "h.ignore_links=h.ignore_emphasis=h.ignore_images=True;h.body_width=0;"
     "sys.stdout.write(h.handle(open('article.html').read()))\""),
    ("bs4-get-text", "python:bs4", PY + ' "import bs4;print(bs4.BeautifulSoup('
     "open('article.html').read(),'lxml').article.get_text())\""),
    ("bs4-space", "python:bs4", PY + ' "import bs4;print(bs4.BeautifulSoup('
     "open('article.html').read(),'lxml').article"
     ".get_text(' ',strip=True))\""),
    ("bs4-newline", "python:bs4", PY + ' "import bs4;print(bs4.BeautifulSoup('
     "open('article.html').read(),'lxml').article"
     ".get_text('\\n',strip=True))\""),
    ("bs4-blocks", "python:bs4", PY + ' "import bs4;print(chr(10).join('
     "p.get_text(' ',strip=True) for p in bs4.BeautifulSoup("
     "open('article.html').read(),'lxml').find_all("
     "['h1','h2','p','li','figcaption','tr'])))\""),
    ("bs4-minified", "python:bs4", PY + ' "import bs4,re;print('
     "bs4.BeautifulSoup(re.sub(r'>\\s+<','><',open('article.html').read()),"
     "'lxml').article.get_text())\""),
    ("readability-bs4", "python:readability python:bs4",
     PY + ' "import readability,bs4;d=readability.Document('
     "open('article.html').read());print(d.title());print(bs4.BeautifulSoup("
     "d.summary(),'lxml').get_text())\" 2>/dev/null"),
    ("html-to-text", "npm:html-to-text", NODE + " html-to-text article.html"),
    ("turndown", "npm:turndown", NODE + " turndown article.html"),
    ("node-html-markdown", "npm:node-html-markdown",
     NODE + " node-html-markdown article.html"),
    ("readability", "npm:@mozilla/readability npm:jsdom",
     NODE + " readability article.html"),
    ("cheerio", "npm:cheerio", NODE + " cheerio article.html"),
    ("striptags", "npm:striptags", NODE + " striptags article.html"),
    ("sanitize-html", "npm:sanitize-html",
     NODE + " sanitize-html article.html"),
    ("hast-util-to-text", "npm:hast-util-to-text npm:rehype-parse npm:unified",
     NODE + " hast-util-to-text article.html"),
    ("linkedom", "npm:linkedom", NODE + " linkedom article.html"),
    ("node-html-parser", "npm:node-html-parser",
     NODE + " node-html-parser article.html"),
    ("string-strip-html", "npm:string-strip-html",
     NODE + " string-strip-html article.html"),
    ("article-extractor", "npm:@extractus/article-extractor npm:html-to-text",
     NODE + " article-extractor article.html"),
    ("html-to-md", "npm:html-to-md", NODE + " html-to-md article.html"),
    ("html2plaintext", "npm:html2plaintext",
     NODE + " html2plaintext article.html"),
    ("defuddle", "npm:defuddle npm:jsdom", NODE + " defuddle article.html"),
    ("remove-markdown", "npm:remove-markdown pandoc",
     NODE + " remove-markdown article.gfm"),
    ("strip-markdown", "npm:strip-markdown npm:remark-parse"
     " npm:remark-stringify pandoc", NODE + " strip-markdown article.gfm"),
    ("redcarpet", "pandoc ruby:redcarpet", "ruby -rredcarpet"
     " -rredcarpet/render_strip -e 'puts Redcarpet::Markdown.new("
     "Redcarpet::Render::StripDown, tables: true).render(ARGF.read)'"
     " article.gfm"),
    ("lowdown", "pandoc lowdown",
     "lowdown -tterm --term-no-ansi article.gfm"),
    ("php-strip-tags", "php", "php -r"
     " 'echo strip_tags(file_get_contents(\"article.html\"));'"),
    ("lxml", "python:lxml", PY + ' "import lxml.html;print('
     "lxml.html.parse('article.html').getroot().text_content())\""),
    ("html-text", "python:html_text", PY + ' "import html_text;print('
     "html_text.extract_text(open('article.html').read()))\""),
    ("parsel", "python:parsel", PY + ' "import parsel;print(chr(32).join('
     "parsel.Selector(open('article.html').read())"
     ".xpath('//article//text()').getall()))\""),
    ("parsel-blocks", "python:parsel", PY + ' "import parsel;print(chr(10)'
     ".join(' '.join(p.css('::text').getall()) for p in parsel.Selector("
     "open('article.html').read()).css('h1,h2,p,li,figcaption,tr')))\""),
    ("pyquery", "python:pyquery", PY + ' "import pyquery;print('
     "pyquery.PyQuery(open('article.html').read())('article').text())\""),
    ("ruby-html2text", "ruby:html2text",
     "ruby -Ku -rhtml2text -e 'puts Html2Text.convert(ARGF.read)'"
     " article.html"),
    ("premailer", "ruby:premailer", "ruby -rpremailer -e"
     " 'include HtmlToPlainText; puts convert_to_text(ARGF.read)'"
     " article.html"),
    ("sanitize-ruby", "ruby:sanitize", "ruby -rsanitize -e"
     " 'puts Sanitize.fragment(ARGF.read)' article.html"),
    ("perl-strip", "perl:HTML::Strip", "perl -CSD -MHTML::Strip -e 'local $/;"
     " open F, \"<:utf8\", $ARGV[0]; print HTML::Strip->new->parse(<F>)'"
     " article.html"),
    ("perl-format", "perl:HTML::FormatText", "perl -CSD -MHTML::TreeBuilder"
     " -MHTML::FormatText -e '$t = HTML::TreeBuilder->new;"
     " open F, \"<:utf8\", $ARGV[0]; $t->parse_file(*F);"
     " print HTML::FormatText->new->format($t)' article.html"),
    ("perl-links", "perl:HTML::FormatText::WithLinks",
     "perl -CSD -MHTML::FormatText::WithLinks -e 'local $/;"
     " open F, \"<:utf8\", $ARGV[0];"
     " print HTML::FormatText::WithLinks->new->parse(<F>)' article.html"),
    ("reverse-markdown", "reverse_markdown", "reverse_markdown article.html"),
    ("html-calibre", "ebook-convert", "ebook-convert article.html html.txt"
     " >/dev/null 2>&1; cat html.txt"),
    # pandoc
    ("pandoc-plain", "pandoc", "pandoc -t plain article.html"),
    ("pandoc-plain-nowrap", "pandoc",
     "pandoc -t plain --wrap=none article.html"),
    ("pandoc-markdown", "pandoc", "pandoc -t markdown article.html"),
    ("pandoc-gfm", "pandoc", "pandoc -t gfm article.html"),
    ("pandoc-commonmark", "pandoc", "pandoc -t commonmark article.html"),
    ("pandoc-markdown-strict", "pandoc",
     "pandoc -t markdown_strict article.html"),
    ("pandoc-multimarkdown", "pandoc", "pandoc -t markdown_mmd article.html"),
    ("pandoc-php-extra", "pandoc",
     "pandoc -t markdown_phpextra article.html"),
    ("pandoc-rst", "pandoc", "pandoc -t rst article.html"),
    ("pandoc-org", "pandoc", "pandoc -t org article.html"),
    ("pandoc-mediawiki", "pandoc", "pandoc -t mediawiki article.html"),
    ("pandoc-html", "pandoc", "pandoc -t html article.html"),
    ("pandoc-jats", "pandoc", "pandoc -t jats --wrap=none article.html"),
    ("pandoc-tei", "pandoc", "pandoc -t tei article.html"),
    ("pandoc-docbook", "pandoc", "pandoc -t docbook5 article.html"),
    ("mwparserfromhell", "pandoc python:mwparserfromhell",
     "pandoc -t mediawiki article.html | " + PY + ' "import'
     ' mwparserfromhell,sys;print(mwparserfromhell.parse('
     'sys.stdin.read()).strip_code())"'),
    ("pandoc-untex", "pandoc untex", "untex article.tex"),
    # PDF
    ("pdftotext", "pdftotext", "pdftotext page.pdf -"),
    ("pdftotext-layout", "pdftotext", "pdftotext -layout page.pdf -"),
    ("pdftotext-raw", "pdftotext", "pdftotext -raw page.pdf -"),
    ("pdftotext-sans", "pdftotext", "pdftotext sans.pdf -"),
    ("pdftotext-narrow", "pdftotext", "pdftotext narrow.pdf -"),
    ("pdftotext-hyphens", "pdftotext", "pdftotext hyphens.pdf -"),
    ("pdftotext-columns", "pdftotext", "pdftotext columns.pdf -"),
    ("pdftotext-indents", "pdftotext", "pdftotext indents.pdf -"),
    ("pdftotext-indents-layout", "pdftotext",
     "pdftotext -layout indents.pdf -"),
    ("pdftotext-dropcaps-layout", "pdftotext",
     "pdftotext -layout dropcaps.pdf -"),
    ("pdfminer-dropcaps", "python:pdfminer", PY + ' "from pdfminer.high_level'
     " import extract_text;print(extract_text('dropcaps.pdf'))\""),
    ("pdftotext-wkhtmltopdf", "pdftotext", "pdftotext wk.pdf -"),
    ("pdftotext-office", "pdftotext", "pdftotext office.pdf -"),
    ("pdftohtml-w3m", "pdftohtml w3m", "pdftohtml -stdout -i -noframes"
     " page.pdf | w3m -dump -T text/html -I UTF-8 -O UTF-8"),
    ("mutool", "mutool", "mutool draw -q -F txt page.pdf"),
    ("mutool-columns", "mutool", "mutool draw -q -F txt columns.pdf"),
    ("mutool-narrow", "mutool", "mutool draw -q -F txt narrow.pdf"),
    ("mutool-convert", "mutool", "mutool convert -F text -o mutool.txt"
                                 " page.pdf; cat mutool.txt"),
    ("pymupdf", "python:fitz", PY + ' "import fitz;print(chr(12).join('
     "p.get_text() for p in fitz.open('page.pdf')))\""),
    ("txtwrite", "gs", "gs -q -sDEVICE=txtwrite -o - page.pdf"),
    ("pdfminer", "python:pdfminer", PY + ' "from pdfminer.high_level import'
     " extract_text;print(extract_text('page.pdf'))\""),
    ("pdfminer-narrow", "python:pdfminer", PY + ' "from pdfminer.high_level'
     " import extract_text;print(extract_text('narrow.pdf'))\""),
    ("pypdf", "python:pypdf", PY + ' "import pypdf;print(chr(10).join('
     "p.extract_text() for p in pypdf.PdfReader('page.pdf').pages))\""),
    ("pypdf-narrow", "python:pypdf", PY + ' "import pypdf;print(chr(10).join('
     "p.extract_text() for p in pypdf.PdfReader('narrow.pdf').pages))\""),
    ("pypdf2", "python:PyPDF2", PY + ' "import PyPDF2;print(chr(10).join('
     "p.extract_text() for p in PyPDF2.PdfReader('page.pdf').pages))\""),
    ("pdf-reader", "ruby:pdf-reader", "ruby -rpdf-reader -e"
     " 'PDF::Reader.new(\"page.pdf\").pages.each { |p| puts p.text }'"),
    ("ps2ascii", "ps2ascii", "ps2ascii office.pdf"),
    ("pdf-parse", "npm:pdf-parse", NODE + " pdf-parse page.pdf"),
    ("unpdf", "npm:unpdf", NODE + " unpdf page.pdf"),
    ("tesseract", "tesseract", "for f in page-*.pgm;"
     " do tesseract $f - 2>/dev/null; done"),
    # word processors
    ("docx2txt", "docx2txt", "docx2txt article.docx -"),
    ("python-docx", "python:docx", PY + ' "import docx;print(chr(10).join('
     "p.text for p in docx.Document('article.docx').paragraphs))\""),
    ("docx-abiword", "abiword", "abiword --to=txt --to-name=docx.txt"
     " article.docx 2>/dev/null; cat docx.txt"),
    ("odt-abiword", "abiword", "abiword --to=txt --to-name=odt.txt"
     " article.odt 2>/dev/null; cat odt.txt"),
    ("docx-calibre", "ebook-convert", "ebook-convert article.docx cal.txt"
     " >/dev/null 2>&1; cat cal.txt"),
    ("docx-pandoc", "pandoc", "pandoc -t plain article.docx"),
    ("mammoth", "npm:mammoth", NODE + " mammoth article.docx"),
    ("mammoth-markdown", "npm:mammoth",
     NODE + " mammoth-markdown article.docx"),
    ("officeparser", "npm:officeparser", NODE + " officeparser article.docx"),
    ("odfpy", "python:odf", PY + ' "import odf.opendocument as o;'
     "from odf import teletype as t;b=o.load('article.odt').body;"
     "print(chr(10).join(t.extractText(e) for n in b.childNodes"
     " for e in n.childNodes))\""),
    ("odt2txt", "odt2txt", "odt2txt article.odt"),
    ("odt-pandoc", "pandoc", "pandoc -t plain article.odt"),
    ("epub-pandoc", "pandoc", "pandoc -t plain article.epub"),
    ("epub-ebooklib", "python:ebooklib python:bs4", PY + ' "import bs4;'
     "from ebooklib import epub;print(chr(10).join(bs4.BeautifulSoup("
     "i.get_content(),'lxml').get_text() for i in epub.read_epub("
     "'article.epub').get_items_of_type(9)))\" 2>/dev/null"),
    ("epub-calibre", "ebook-convert", "ebook-convert article.epub epub.txt"
     " >/dev/null 2>&1; cat epub.txt"),
    ("epub-calibre-markdown", "ebook-convert", "ebook-convert article.epub"
     " md.txt --txt-output-formatting=markdown >/dev/null 2>&1; cat md.txt"),
    ("office-text", "soffice", "cat office.txt"),
    ("antiword", "antiword", "antiword -m UTF-8.txt office.doc"),
    ("catdoc", "catdoc", "catdoc -d utf-8 office.doc"),
    ("catdoc-ascii", "catdoc", "catdoc -d us-ascii office.doc"),
    ("wvText", "wvText", "wvText office.doc wv.txt >/dev/null 2>&1;"
                         " cat wv.txt"),
    ("word-extractor", "npm:word-extractor",
     NODE + " word-extractor office.doc"),
    ("unrtf", "unrtf", "unrtf --text office.rtf 2>/dev/null"),
    ("unrtf-pandoc", "unrtf", "unrtf --text article.rtf 2>/dev/null"),
    # typesetters
    ("groff-ms", "groff", "groff -ms -t -Kutf8 -Tutf8 -P-c -P-b -P-u"
                          " article.ms"),
    ("groff-ms-overstrike", "groff", "groff -ms -t -Kutf8 -Tutf8 -P-c"
                                     " article.ms"),
    ("groff-man", "groff", "groff -man -t -Kutf8 -Tutf8 -P-c article.man"
                           " | col -bx"),
    ("mandoc", "mandoc", "mandoc -Tutf8 article.man | col -bx"),
    # mail, feeds, subtitles
    ("mail-flowed", "python:email", "$HERE/mail.py flowed"),
    ("mail-quoted-printable", "python:email", "$HERE/mail.py printable"),
    ("mail-reply", "python:email", "$HERE/mail.py reply"),
    ("mail-nested-reply", "python:email", "$HERE/mail.py nested"),
    ("json-escapes", "python:json", "$HERE/mail.py json"),
    ("subtitles-srt", "python:textwrap", "$HERE/mail.py srt"),
    ("subtitles-vtt", "python:textwrap", "$HERE/mail.py vtt"),
    ("mailparser", "npm:mailparser", NODE + " mailparser article.html"),
    ("subtitles-webvtt-py", "python:webvtt", "$HERE/mail.py srt >sub.srt; "
     + PY + ' "import webvtt;print(chr(10).join(c.text for c in'
     " webvtt.from_srt('sub.srt')))\""),
    ("nltk-tokens", "python:nltk", PY + ' "from nltk.tokenize import'
     " TreebankWordTokenizer as t;print(chr(10).join(' '.join("
     "t().tokenize(l)) for l in open('article.txt')))\""),
    ("nltk-tweets", "python:nltk", PY + ' "from nltk.tokenize import'
     " TweetTokenizer as t;print(chr(10).join(' '.join("
     "t().tokenize(l)) for l in open('article.txt')))\""),
    ("wink-tokens", "npm:wink-tokenizer", NODE + " wink article.txt"),
    ("moses-tokens", "python:re", "$HERE/mail.py moses"),
    ("fold", "fold", "fold -s -w 72 article.txt"),
    ("fmt", "fmt", "fmt -w 66 blank.txt"),
    ("fold-bytes", "fold", "fold -s -w 60 blank.txt"),
    ("pr", "pr", "fmt -w 72 blank.txt | pr -h Harbour -F"),
    ("par-justified", "groff", "(echo .ll 65n; echo .pl 10000; sed 's/^$/.sp/'"
     " blank.txt) | groff -Kutf8 -Tutf8 -P-c | cat -s"),
]
