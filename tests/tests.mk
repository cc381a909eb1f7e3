# The tests, as `make help` lists them; the Makefile reads this file.

# Tests: each tests/unit/test_*.c and tests/laws/test_*.c is one program. What
# they test is linked once, as a shared object in which malloc, its kin and
# arena_alloc are wrapped so that a test can make them fail, and what tells the
# processor so that it can be another one.
TEST_SRC := $(sort $(wildcard tests/unit/test_*.c tests/laws/test_*.c))
TEST_BIN := $(TEST_SRC:%.c=$(BUILD)/%)
WRAP := -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=arena_alloc \
	-Wl,--wrap=cpu_has_avx2,--wrap=cpu_has_avx512
TEST_SUPPORT := $(call object,tests/support.c tests/case_file.c tests/decoded.c tests/small_model.c \
	tests/laws/contract.c tests/laws/texts.c tests/laws/neighbours.c \
	tests/laws/recorded.c)
TESTED := $(BUILD)/tests/libtested.so
$(BUILD)/tests/%: ALL_CFLAGS += -Itests

# It has the languages of tests/lang, too.
TEST_LANG_OBJ := $(LANG_OBJ:$(BUILD)/src/%=$(BUILD)/tests/%)
$(BUILD)/tests/lang/languages.h: LANGUAGES = $(call folders,src/lang tests/lang)
$(BUILD)/tests/lang/embed.o: $(wildcard src/lang/*/* tests/lang/*/*)
$(TEST_LANG_OBJ): $(BUILD)/tests/lang/languages.h
$(TEST_LANG_OBJ): DEFINES += -I$(BUILD)/tests/lang
$(BUILD)/tests/lang/%.o: src/lang/%.c
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<
$(BUILD)/tests/lang/%.o: src/lang/%.S
	$(COMPILE_DATA) -MMD -MP -c -o $@ $<
-include $(TEST_LANG_OBJ:.o=.d) $(TEST_SUPPORT:.o=.d) $(TEST_BIN:=.d)

$(TESTED): $(TEST_SUPPORT) $(filter-out %/main.o,$(PROGRAM_OBJ)) \
		$(filter-out $(LANG_OBJ),$(LIB_OBJ)) $(TEST_LANG_OBJ)
	$(LINK) -shared -Wl,-Bsymbolic,-soname,$(@F) -o $@ $^ \
		$(WRAP) -lcmocka -lcsv $(PROGRAM_LIBS) $(LIBS)

$(TEST_BIN): %: %.o | $(TESTED)
	$(LINK) -o $@ $< $(TESTED) -Wl,-rpath,'$$ORIGIN/..' \
		-lcmocka -lcsv $(PROGRAM_LIBS) $(LIBS)

# T=NAME, T=NAME:FILTER or T=STAGE/RULE: only these tests; see tests/run.
T_NAME := $(firstword $(subst :, ,$(subst /, ,$(T))))
CHOSEN := $(if $(T),$(filter %/test_$(T_NAME) \
	$(if $(wildcard tests/cases/$(T_NAME).txt),%/test_cases),$(TEST_BIN)),$(TEST_BIN))

# The program, many times in one process: see tests/serve.c.
SERVER := $(BUILD)/tests/serve
$(SERVER): $(SERVER).o $(filter-out %/main.o,$(PROGRAM_OBJ)) $(LIB_OBJ)
	$(LINK) $(PIE) -o $@ $^ $(PROGRAM_LIBS) $(LIBS)
-include $(SERVER).d

check: all $(CHOSEN) $(if $(SERVED),$(SERVER))
	COPYDESK=$(abspath $(PROGRAM)) SERVE=$(if $(SERVED),$(abspath $(SERVER))) \
		T='$(T)' tests/run $(BUILD) $(CHOSEN)

# The scripts ask one process (SERVED=1) rather than start the program thousands of
# times; where they start it, one that is not moved (-no-pie) starts in two thirds
# of the time; 32 MB of freed memory are watched, not 256 MB, since each page of
# them is a new one; -g1 has the lines that reports name. ONCE=: what reads sources,
# or other builds, is the same as in `make check`.
asan: export ASAN_OPTIONS ?= quarantine_size_mb=32
asan: export RECORDS := 10000
asan: export ONCE := build layers tables
asan:
	$(MAKE) BUILD=.build/asan SERVED=1 HARDEN= PIE=-no-pie CFLAGS="-O1 -g1 \
		-fno-omit-frame-pointer -fsanitize=address,undefined \
		-fno-sanitize-recover=all" check

# check's formats, by validators and schemas.
check-formats: all
	COPYDESK=$(abspath $(PROGRAM)) tests/formats/validate

# Some 900 texts that repeat something, 64 KB to 1 MB long.
check-linear: $(BUILD)/tests/laws/test_linear
	LINEAR=all $<

# What the tests reach, also where one fails (as those of neighbours do that are not
# recorded yet). -O1, or the laws about time take minutes; not inlined, or the
# branches of a small function count once for each place that calls it.
COVERED := .build/coverage
coverage:
	rm -rf $(COVERED)
	mkdir -p $(COVERED)
	$(MAKE) -s BUILD=$(COVERED) CFLAGS="-O1 -g -fno-inline --coverage \
		-fprofile-update=atomic" check; echo $$? >$(COVERED)/status
	gcovr -j$$(nproc) --root . --filter src/ --object-directory $(COVERED) \
		--exclude-unreachable-branches --exclude-throw-branches \
		--sort-uncovered --txt $(COVERED)/coverage.txt --print-summary
	@echo 'by file: $(COVERED)/coverage.txt'
	@exit $$(cat $(COVERED)/status)

# The test programs for another machine: see tests/foreign.
ARCH ?= s390x
check-foreign:
	tests/foreign $(ARCH) $(TESTS)

# warcio.js writes WARC files, and reads what became of them.
WARCIO := $(abspath .build/warc)
check-warc: all
	@mkdir -p $(WARCIO)
	@test -d $(WARCIO)/node_modules/warcio || \
		npm install --silent --prefix $(WARCIO) warcio@2.4.11
	node tests/warc/check.mjs $(abspath $(PROGRAM)) $(WARCIO)

# One article through converters, those that are installed; the table is written
# into the page where all of them are.
CHAINS ?=
NODE_TOOLS ?= $(abspath tests/converters)
check-converters: all
	NODE_TOOLS=$(NODE_TOOLS) python3 tests/converters/run.py \
		$(abspath $(PROGRAM)) $(if $(CHAINS),--show $(CHAINS),--readme)

KILLS ?= 34
check-resume: all
	COPYDESK=$(abspath $(PROGRAM)) KILLS=$(KILLS) sh tests/cli/resume.sh

# The sample for Slurm on a controller and two nodes, all on the loopback.
check-slurm: all
	tests/slurm/check $(abspath $(PROGRAM)) $(abspath .build/slurm)

check-report: $(PROGRAM)
	tests/report/check $(abspath $(PROGRAM)) $(BUILD)/report

# What becomes of texts that are nearly those of tests/cases: written again, for
# `git diff` to show which cases' neighbours changed.
neighbours: $(addprefix $(BUILD)/tests/laws/test_,neighbours sweeps forms limits shares)
	@mkdir -p $(addprefix tests/neighbours/,sweeps forms limits)
	for test in $^; do RECORD=1 $$test || exit 1; done

# Mutants that no test catches: MUTANTS of them, chosen by SEED. It takes hours;
# with QUICK=1 the slow laws are left out.
MUTANTS ?= 200
SEED ?= 1
mutate:
	tests/mutation/mutate.py --count $(MUTANTS) --seed $(SEED) $(if $(QUICK),--quick)

# MB/s against peers, and start-up. NEWS=DIR: see tests/bench/run.
bench: all
	tests/bench/run $(abspath $(PROGRAM))

# Each tests/fuzz/fuzz_NAME.c for FUZZ_SECONDS; FUZZ=NAME: that one. They begin
# with texts of tests/cases; what they found out about their inputs is kept in
# .build/fuzz/corpus. Entropic scheduling takes longer than a run does.
FUZZ_SECONDS ?= 60
FUZZ ?= $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZED := .build/fuzz
SANITIZE := address,undefined
fuzz:
	$(MAKE) -s BUILD=$(FUZZED) CC=clang CFLAGS="-O1 -g -fno-omit-frame-pointer \
		-fsanitize=fuzzer-no-link,$(SANITIZE) \
		-fno-sanitize-recover=all" $(FUZZ:%=$(FUZZED)/fuzz_%)
	tests/fuzz/seeds.py $(FUZZED)/seeds $(FUZZ)
	@for name in $(FUZZ); do \
		echo "== $$name"; mkdir -p $(FUZZED)/corpus/$$name && \
		$(FUZZED)/fuzz_$$name -max_total_time=$(FUZZ_SECONDS) -timeout=10 \
			-verbosity=0 -print_final_stats=1 -entropic=0 -max_len=2048 \
			-artifact_prefix=$(FUZZED)/$$name- $(FUZZED)/corpus/$$name \
			$(FUZZED)/seeds/$$name $(wildcard samples) || exit 1; done

FUZZ_SUPPORT := $(call object,tests/fuzz/fuzz.c)
$(BUILD)/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(FUZZ_SUPPORT) \
		$(TEST_SUPPORT) $(filter-out %/main.o,$(PROGRAM_OBJ)) $(LIB_OBJ)
	$(LINK) -fsanitize=fuzzer,$(SANITIZE) -o $@ $^ $(WRAP) \
		-lcmocka -lcsv $(PROGRAM_LIBS) $(LIBS)

.PHONY: check check-linear check-foreign check-converters check-resume \
	check-formats check-report check-slurm check-warc neighbours mutate asan \
	coverage fuzz bench
