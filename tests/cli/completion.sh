#!/bin/sh
# What `copydesk help --completion=SHELL` prints, tried in the shells: bash and
# zsh at a terminal, where a key inserts all that a prompt is completed to.
. "${0%/*}/lib"

run help --completion=tcsh
status 'completion: another shell' 2

mkdir -p files/outdir fpath
: >files/article.txt
: >files/out.txt

# A prompt, and all that its last word is completed to; -: nothing.
cat >table <<'EOF'
copydesk ch|check
copydesk re|report
copydesk art|article.txt
copydesk check --qui|--quiet
copydesk check --fail-level=|error note warning
copydesk check --output-fi|--output-file
copydesk check --color=n|never
copydesk fix --quo|--quotes
copydesk fix --quotes=cu|curly
copydesk fix --fs|--fsync
copydesk verify --fs|-
copydesk verify --str|--stripped
copydesk --casing=a|always auto
copydesk --format=json|json jsonl
copydesk --separator=f|formfeed
copydesk --ignore=boilerplate/ca|boilerplate/caption
copydesk --ignore=quotes,encoding/nf|quotes,encoding/nfc
copydesk -o art|article.txt
copydesk -j 2 chec|check
copydesk --output-dir=out|outdir
copydesk rules quotes/w|quotes/wrong-direction
copydesk help lea|learn
copydesk help --completion=f|fish
copydesk fix --quotes=curly art|article.txt
copydesk learn --min-|--min-articles
copydesk diff --stage=whitespace/tr|whitespace/trailing
copydesk diff --wo|--word-diff
EOF

# Each prompt, then the keys that insert its completions and write the line.
keys() {
	cut -d'|' -f1 table | while IFS= read -r prompt; do
		printf '%s\024\001printf "%%s " \005 >>../got; echo >>../got\n' \
			"$prompt"
	done
	echo exit
}

# compare SHELL: the lines of ./got, one a prompt, with the table.
compare() {
	number=0
	while IFS='|' read -r prompt wanted; do
		number=$((number + 1))
		typed=${prompt##* }
		got=$(sed -n "${number}p" got | sed 's/ *$//')
		got=${got#"${prompt% *} "}
		[ "$got" = "$typed" ] && got=-
		got=$(printf '%s\n' $got | sed 's/^--[a-z-]*=\(.\)/\1/; s/[=/]$//' |
			sort -u | tr '\n' ' ')
		is "completion: $1: $prompt" "$wanted " "$got"
	done <table
	is "completion: $1: a line each" "$number" "$(wc -l <got)"
	rm -f got
}

# terminal SHELL COMMAND: a shell at a terminal that types ./keys.
terminal() {
	(cd files && timeout 60 script -qec "$2" /dev/null) <keys >tty 2>&1
	[ -e got ] || : >got
	compare "$1"
}

"$COPYDESK" help --completion=bash >copydesk.bash
"$COPYDESK" help --completion=zsh >fpath/_copydesk
"$COPYDESK" help --completion=fish >copydesk.fish

if command -v bash >/dev/null && command -v script >/dev/null; then
	{
		echo "bind '\"\\C-t\": insert-completions'"
		echo '. ../copydesk.bash'
		keys
	} >keys
	terminal bash 'bash --norc --noprofile -i'
else
	skip 'completion: bash' 'no bash, or no script(1)'
fi

if command -v zsh >/dev/null && command -v script >/dev/null; then
	{
		echo 'fpath=(../fpath $fpath)'
		echo 'autoload -Uz compinit && compinit -u -D'
		echo "zstyle ':completion:all:*' completer _all_matches _complete"
		echo "zstyle ':completion:all:*' insert yes"
		echo "zle -C all complete-word _generic; bindkey '^T' all"
		echo "bindkey '^A' beginning-of-line; bindkey '^E' end-of-line"
		keys
	} >keys
	terminal zsh 'zsh -f -i'
else
	skip 'completion: zsh' 'no zsh, or no script(1)'
fi

if command -v fish >/dev/null; then
	cut -d'|' -f1 table >prompts
	# complete -C prints a line for each, with what it means after a tab.
	(cd files && HOME=$work fish --no-config -c 'source ../copydesk.fish
		while read -l line
			set words (string split " " -- $line)
			set all (complete -C $line | cut -f1)
			test -z "$all"; and set all $words[-1]
			echo $words[1..-2] $all
		end <../prompts') >got
	compare fish
else
	skip 'completion: fish' 'no fish'
fi

finish
