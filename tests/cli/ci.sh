#!/bin/sh
# The hooks of pre-commit and the samples for CI say what the program takes.
top=$(cd "${0%/*}/../.." && pwd)
. "${0%/*}/lib"

PATH=$(dirname "$COPYDESK"):$PATH
export PATH

# Each line of a file that runs copydesk check, as it is written.
commands() {
	sed -n 's/^ *\(- \|run: \|entry: \)\{0,1\}\(copydesk [a-z].*\)/\2/p' "$1"
}

cp -R "$top/samples" samples
for sample in github gitlab; do
	commands "$top/samples/ci/$sample.yml" >commands
	is "ci: $sample runs it" yes "$([ "$(wc -l <commands)" -ge 2 ] && echo yes)"
	while read -r command; do
		eval "$command" >out 2>err </dev/null
		rc=$?
		status "ci: $sample: $command" 0
	done <commands
done
says 'ci: github has annotations' "$top/samples/ci/github.yml" 'output-format=github'
for file in copydesk.sarif gl-code-quality-report.json copydesk.xml; do
	[ -s $file ] && pass "ci: $file is written" || fail "ci: $file is written" no
	grep -q "^ *[a-z_]*: $file$" "$top/samples/ci/github.yml" \
		"$top/samples/ci/gitlab.yml" && pass "ci: and taken up: $file" ||
		fail "ci: and taken up: $file" no
done

text 'Go  on.\n' >a.txt
commands "$top/.pre-commit-hooks.yaml" >commands
is 'pre-commit: two hooks' 2 "$(wc -l <commands)"
while read -r command; do
	$command a.txt >out 2>err </dev/null
	rc=$?
	status "pre-commit: $command" 1
done <commands
is 'pre-commit: the second one mends' 'Go on.' "$(cat a.txt)"
while read -r command; do
	$command a.txt >out 2>err </dev/null
	rc=$?
	status "pre-commit: then it is clean: $command" 0
done <commands

# What fix refuses by its name is not handed to it: a hook would never pass.
cat >names <<'EOT'
LICENSE.txt
docs/LICENSE.md
LICENSE-MIT.txt
License.txt
COPYING.txt
NOTICE.txt
src/CMakeLists.txt
robots.txt
app-ads.txt
requirements.txt
requirements-dev.txt
py/dev-requirements.txt
constraints.txt
EOT
while read -r name; do
	mkdir -p "$(dirname "$name")"
	cp a.txt "$name"
	"$COPYDESK" fix "$name" 2>err
	is "pre-commit: fix refuses $name" 2 $?
done <names
if python3 -c 'import yaml' 2>/dev/null; then
	python3 - "$top" >said 2>&1 <<'EOT'
import re
import sys

import yaml

top = sys.argv[1]


def load(name):
    with open(top + '/' + name) as file:
        return yaml.safe_load(file)


for hook in load('.pre-commit-hooks.yaml'):
    assert {'id', 'name', 'entry', 'language'} <= set(hook), hook
    for name in open('names').read().split():
        assert re.search(hook['exclude'], name), name
    for name in ('a.txt', 'license.txt', 'our requirements of 2020.txt', 'b.csv'):
        assert not re.search(hook['exclude'], name), name
steps = load('samples/ci/github.yml')['jobs']['check']['steps']
assert all(('uses' in step) != ('run' in step) for step in steps)
job = load('samples/ci/gitlab.yml')['copydesk']
assert set(job['artifacts']['reports']) == {'codequality', 'junit'}
EOT
	is 'ci: all are YAML with what their readers ask for' '' "$(cat said)"
else
	skip 'ci: all are YAML' "Python has no yaml"
fi

finish
