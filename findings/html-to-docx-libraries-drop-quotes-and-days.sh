#!/bin/sh
# html-to-docx 1.8.0 and @turbodocx/html-to-docx 1.23.1 (npm): the words of <q>,
# <time>, <cite>, <abbr>, <small>, <kbd> and <figcaption> are not in the Word
# document, neither as text nor as anything else, and the sentence reads on without
# them: what somebody said, the day and the paper's name are gone, and a picture has
# no caption. The elements that have no form in Word are dropped with all that is in
# them. Nothing is thrown or printed. The READMEs list options, and no elements.
# <mark>, <sub>, <code> and <span> keep their words. mammoth 1.13.0 reads the
# documents here.
#
# Input: <p>On <time>Monday</time> she told <cite>The Quay</cite>: <q>No <em>more</em>
#        boats</q>, of 5 <abbr>kg</abbr> <mark>each</mark>.</p>
# Expected: On Monday she told The Quay: No more boats, of 5 kg each.
# Observed: On  she told : , of 5  each.
#
# Needs: node 20 or newer, npm, unzip. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund html-to-docx@1.8.0 \
	@turbodocx/html-to-docx@1.23.1 mammoth@1.13.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >write.cjs <<'JS'
const fs = require("fs");
const mammoth = require("mammoth");

const html =
  "<p>On <time>Monday</time> she told <cite>The Quay</cite>: <q>No " +
  "<em>more</em> boats</q>, of 5 <abbr>kg</abbr> <mark>each</mark>.</p>";
(async () => {
  for (const name of ["html-to-docx", "@turbodocx/html-to-docx"]) {
    const buffer = Buffer.from(await require(name)(html));
    fs.writeFileSync(name.replace(/\W/g, "") + ".docx", buffer);
    const { value } = await mammoth.extractRawText({ buffer });
    console.log(value.trim());
  }
})();
JS
node write.cjs | tee seen
grep -c . seen | grep -qx 2
grep -q 'On  she told : , of 5 *each\.' seen
! grep -qE 'Monday|Quay|boats|kg' seen
for file in *.docx; do
	! unzip -p "$file" word/document.xml | grep -qE 'Monday|Quay|boats|kg'
done
