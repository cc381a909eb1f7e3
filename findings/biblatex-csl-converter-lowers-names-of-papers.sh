#!/bin/sh
# biblatex-csl-converter 3.2.2 (npm): the names of newspapers, journals and series
# come out of CSLExporter with small letters, as titles do: The Harbour Post is "The
# harbour post" in container-title, and the series Old Quay "Old quay". BibTeX's
# styles lower the title of an article at most, and never the name of what it is in.
# The README says which fields are kept, and not that letters are changed. Of a name
# partly in braces, {Harbour} Post, the rest is lowered. In running text the sign of
# an amount, \pounds, is dropped, so that 5 pounds are 5.
#
# Input: journal={The Harbour Post}, abstract={It cost \pounds 5.}
# Expected: The Harbour Post; It cost £ 5.
# Observed: The harbour post; It cost  5.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund biblatex-csl-converter@3.2.2 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import { CSLExporter, parse } from "biblatex-csl-converter";

const { entries } = parse(String.raw`
@article{a, author={Ann Lee}, title={The Pier}, journal={The Harbour Post},
  abstract={It cost \pounds 5.}, year={2024}}
@article{b, author={Ann Lee}, title={The Pier}, journal={The {Harbour} Post},
  note={Ann Lee met us.}, year={2024}}
@book{c, author={Ann Lee}, title={The Pier}, series={Old Quay},
  publisher={Harbour Press}, year={2024}}`);
for (const item of Object.values(new CSLExporter(entries).parse()))
  console.log(
    [
      item["container-title"],
      item["collection-title"],
      item.abstract,
      item.note,
      item.publisher,
    ]
      .filter(Boolean)
      .join(" | "),
  );
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = 'The harbour post | It cost  5.
The <span class="nocase">Harbour</span> post | Ann Lee met us.
Old quay | Harbour Press' ]
