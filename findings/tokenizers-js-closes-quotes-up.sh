#!/bin/sh
# @huggingface/tokenizers 0.2.0 (npm): decode() of tokens as BERT has them takes out the
# space before 's, 'm, 're and 've, for contractions, also where the mark opens a
# quotation: of said 'really' and 'so' the marks close up to the word before them and
# open nothing. That is so with the setting that BERT's files have, cleanup, and without
# any. What a model wrote, an article in single marks, is then one that no program can
# set apart again. The README does not name it.
#
# Input: she said 'my boat' , and 'so' it is .
# Expected: she said ' my boat', and ' so ' it is.
# Observed: she said'my boat ', and'so'it is.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund @huggingface/tokenizers@0.2.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import { Tokenizer } from "@huggingface/tokenizers";

const text = "she said 'my boat' , and 'so' it is .";
const vocab = { "[UNK]": 0 };
for (const word of text.match(/\w+|[^\w\s]/g))
  vocab[word] ??= Object.keys(vocab).length;
const bert = {
  version: "1.0",
  added_tokens: [],
  normalizer: { type: "BertNormalizer", lowercase: true },
  pre_tokenizer: { type: "BertPreTokenizer" },
  post_processor: null,
  decoder: { type: "WordPiece", prefix: "##", cleanup: true },
  model: {
    type: "WordPiece",
    unk_token: "[UNK]",
    continuing_subword_prefix: "##",
    max_input_chars_per_word: 100,
    vocab,
  },
};
for (const options of [{}, { clean_up_tokenization_spaces: false }]) {
  const tokenizer = new Tokenizer(bert, options);
  console.log(tokenizer.decode(tokenizer.encode(text).ids));
}
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
[ "$seen" = "she said'my boat ', and'so'it is.
she said ' my boat ', and ' so ' it is." ]
