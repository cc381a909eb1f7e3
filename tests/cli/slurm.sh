#!/bin/sh
# The batch script for Slurm, its tasks run one after the other.
. "${0%/*}/lib"

command -v bash >/dev/null || {
	skip slurm 'no bash'
	finish
	exit
}
i=0
while [ $i -lt 500 ]; do
	i=$((i + 1))
	echo "{\"id\": $i, \"text\": \"He  said so to number $i.\"}"
done >r.jsonl
mkdir -p d/a
head -n 30 r.jsonl >d/1.jsonl
cp d/1.jsonl d/a/2.jsonl
text 'He  said so.\n' >d/a/3.txt

# task N OF INPUT OUTPUT: one task of the array 1-OF.
task() {
	SLURM_ARRAY_TASK_ID=$1 SLURM_ARRAY_TASK_COUNT=$2 \
		SLURM_ARRAY_TASK_MIN=1 SLURM_ARRAY_TASK_MAX=$2 \
		SLURM_CPUS_PER_TASK=2 COPYDESK=$COPYDESK \
		bash "$root/samples/slurm/clean.sbatch" "$3" "$4" >out 2>err
	rc=$?
}
"$COPYDESK" r.jsonl >wanted
"$COPYDESK" -q --output-dir=whole d
for k in 3 1 8 2 5 4 7 6; do
	task $k 8 r.jsonl parts
	[ $rc -eq 0 ] || fail "slurm: task $k" "exit $rc: $(cat err)"
done
cat parts/part-*.jsonl >got
same 'slurm: the parts are the whole' wanted got
touch -d 2001-01-01 parts/part-00003.jsonl
rm parts/part-00005.jsonl
task 3 8 r.jsonl parts
task 5 8 r.jsonl parts
cat parts/part-*.jsonl >got
same 'slurm: a task that is run again' wanted got
is 'slurm: what is done is not done again' 2001 \
	"$(date -r parts/part-00003.jsonl +%Y)"
for k in 2 1; do
	task $k 2 d folder
done
rm folder/part-*.json
diff -r whole folder >err && pass 'slurm: a folder' ||
	fail 'slurm: a folder' "$(cat err)"
SLURM_ARRAY_TASK_ID=5 SLURM_ARRAY_TASK_COUNT=3 SLURM_ARRAY_TASK_MIN=1 \
	SLURM_ARRAY_TASK_MAX=9 \
	bash "$root/samples/slurm/clean.sbatch" r.jsonl parts >out 2>err
is 'slurm: an array with gaps is refused' 2 $?

finish
