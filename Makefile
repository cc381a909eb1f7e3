# copydesk: build, check and install. See README.md and src/README.md.
# What begins with "#?" is what `make help` prints.

#? make                     ./copydesk, libcopydesk.a and libcopydesk.so
#? make install             PREFIX=/usr/local, DESTDIR=; make uninstall
#? make check               all tests; sums up
#? make check T=NAME        a test program, a file of cases, a script of
#?                          tests/cli: json, quotes, docs
#? make check T=NAME:WORDS  its tests (cases) with these words in their names
#? make check T=STAGE/RULE  the cases of a rule
#? make asan                the tests under the address and undefined sanitizers
#? make check-foreign       the test programs for ARCH=s390x (or i386, armhf);
#?                          TESTS="test_json test_csv": those alone
#? make check-converters    one article through converters of Debian and npm;
#?                          tests/converters/README.md (CHAINS='w3m pypdf')
#? make check-warc          WARC files, read again by warcio.js (npm)
#? make check-linear        each pair of characters and of texts for which there
#?                          are rules, repeated: time is linear (minutes)
#? make check-resume        300 runs killed at random moments (KILLS=34 a kind)
#? make check-slurm         samples/slurm on a cluster of this machine (root)
#? make check-formats       check's formats against schemas (python3-jsonschema,
#?                          xmllint)
#? make coverage            lines and branches that the tests reach (gcovr)
#? make fuzz                libFuzzer, FUZZ_SECONDS=60 for each target, FUZZ=NAME
#?                          for one (clang, python3)
#? make check-report        the page of report in a headless Chromium; pictures
#?                          of it in .build/report (python3, chromium)
#? make neighbours          record again what becomes of texts that are nearly
#?                          those of tests/cases, after a change that is meant
#? make mutate              change an operator or a constant, see whether a test
#?                          fails: MUTANTS=200, SEED=1 (hours; QUICK=1: less)
#? make bench NEWS=DIR      speed against tr, sed and cat in the same run
#? make lint                cppcheck, mandoc, sh -n, the format
#? make format              the sources as clang-format 14 writes them
#? make tables              the generated headers again, from their scripts
#? make compdb              compile_commands.json for editors and tools
#? make audit NEWS=DIR      what each boilerplate rule takes out of news articles
#? make model NEWS=DIR      train the restoration model: src/restore/README.md
#? make scorer NEWS=DIR    train the line scorer: src/stages/boilerplate/train
#? make clean               remove what was built
#? STATIC=1 puts the libraries, but for the C library's, into ./copydesk: it is
#? 40 MB larger and starts in half the time. Debian has their .a files in
#? libzstd-dev, liblz4-dev, liblzma-dev, libbz2-dev, zlib1g-dev, libxml2-dev,
#? nettle-dev and libacl1-dev.
#? WERROR=1 turns warnings into errors; CC, CPPFLAGS, CFLAGS, LDFLAGS, PKG_CONFIG
#? and INSTALL as usual; BUILD=DIR keeps another build apart. CC_FOR_BUILD compiles
#? the programs that building needs, where CC is for another machine.

CC ?= cc
AR ?= ar
OBJCOPY ?= objcopy
PKG_CONFIG ?= pkg-config
INSTALL ?= install
CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
DESTDIR ?=
BUILD ?= .build
VERSION := $(shell sed -n 's/^\#define VERSION "\(.*\)"/\1/p' src/desk.c)

WARN := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wpointer-arith -Wundef -Wvla -Werror=implicit-function-declaration
PACKAGES := icu-uc icu-i18n libxxhash
DEFINES := -D_XOPEN_SOURCE=700 -D_FILE_OFFSET_BITS=64
# Overridable, for compilers that know less. FORTIFY needs an optimiser, hides
# what the sanitizers should see, and leaves the user's own level as it is.
OPTIMISED := $(filter -O1 -O2 -O3 -Os -Og,$(CFLAGS))
UNFORTIFIED := $(or $(findstring -fsanitize,$(CFLAGS)), \
	$(findstring _FORTIFY_SOURCE,$(CPPFLAGS) $(CFLAGS)))
FORTIFY := $(if $(OPTIMISED),$(if $(UNFORTIFIED),, \
	-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2))
HARDEN ?= -fstack-protector-strong $(FORTIFY)
PIE ?= -pie
HARDEN_LINK ?= -Wl,-z,relro,-z,now,-z,noexecstack
# The same objects serve the program, the library and the tests' shared object;
# calls within one of them may be inlined all the same.
PIC := -fPIC -fno-semantic-interposition
ALL_CFLAGS = -std=c11 $(WARN) $(if $(WERROR),-Werror) $(CPPFLAGS) $(CFLAGS) \
	$(HARDEN) $(PIC) -Iinclude -Isrc $(DEFINES) \
	$(PACKAGE_CFLAGS) -pthread
# LDFLAGS before what is linked: --as-needed holds for what follows it.
LINK = $(CC) $(ALL_CFLAGS) $(LDFLAGS)
LIBS = $(PACKAGE_LIBS) -pthread
# An object without code has the notes of those with it: see base/notes.S.
COMPILE_DATA = $(CC) $(CPPFLAGS) $(filter -fcf-protection%,$(CFLAGS)) -Isrc $(DEFINES)
PROGRAM_PACKAGES := libarchive zlib liblzma libzstd liblz4
# libbz2 tells pkg-config nothing.
PROGRAM_LIBS = $(PROGRAM_PACKAGE_LIBS) -lbz2
# pkg-config is asked once, by what needs it first.
said = $(eval $(1) := $(shell $(PKG_CONFIG) $(2)))$($(1))
PACKAGE_CFLAGS = $(call said,PACKAGE_CFLAGS,--cflags $(PACKAGES))
PACKAGE_LIBS = $(call said,PACKAGE_LIBS,--libs $(PACKAGES))
PROGRAM_PACKAGE_LIBS = $(call said,PROGRAM_PACKAGE_LIBS,--libs $(PROGRAM_PACKAGES))
# ICU is C++ within.
STATIC_LIBS = -Wl,--gc-sections -Wl,-Bstatic $(filter-out -lm -lpthread, \
	$(shell $(PKG_CONFIG) --static --libs $(PROGRAM_PACKAGES) $(PACKAGES))) \
	-lbz2 -lstdc++ -static-libgcc -Wl,-Bdynamic -lm -pthread

LIB_DIRS := base unicode text edit pattern lang restore learn stages
PROGRAM_DIRS := support reader writer batch report cli
LIB_SRC := $(wildcard src/*.c) $(sort $(shell find $(LIB_DIRS:%=src/%) -name '*.c' -not -path '*/train/*' -not -path '*/tools/*')) \
	src/lang/embed.S
PROGRAM_SRC := $(sort $(shell find $(PROGRAM_DIRS:%=src/%) -name '*.c')) \
	src/report/embed.S
object = $(patsubst %,$(BUILD)/%.o,$(basename $(1)))
LIB_OBJ := $(call object,$(LIB_SRC))
PROGRAM_OBJ := $(call object,$(PROGRAM_SRC))

# The plain build leaves its results in this folder, others in theirs.
OUT := $(if $(filter .build,$(BUILD)),,$(BUILD)/)
PROGRAM := $(OUT)copydesk
LIBRARY := $(OUT)libcopydesk.a
SHARED := $(OUT)libcopydesk.so
# Before 1.0 each minor version may change what a struct holds.
SONAME := libcopydesk.so.$(basename $(VERSION))

MAN := src/cli/man/copydesk.1 $(BUILD)/man/copydesk.3 $(BUILD)/man/copydesk.5

all: $(PROGRAM) $(LIBRARY) $(SHARED) $(MAN)

help:
	@sed -n 's/^#? \{0,1\}//p' Makefile

$(PROGRAM): $(PROGRAM_OBJ) $(LIB_OBJ)
	$(LINK) $(PIE) $(HARDEN_LINK) -o $@ $^ \
		$(if $(STATIC),$(STATIC_LIBS),$(PROGRAM_LIBS) $(LIBS))

# Either library has the names of copydesk.h and no others: the archive by way of
# one object in which the rest is local.
$(LIBRARY): $(LIB_OBJ)
	rm -f $@
	$(CC) -r -nostdlib -o $(BUILD)/copydesk.o $^
	$(OBJCOPY) --wildcard --keep-global-symbol='cd_*' $(BUILD)/copydesk.o
	$(AR) rcs $@ $(BUILD)/copydesk.o
	rm $(BUILD)/copydesk.o

# What ICU keeps for the next call would be lost by dlclose(): the library stays.
$(SHARED): $(LIB_OBJ) src/copydesk.map
	$(LINK) -shared $(HARDEN_LINK) -Wl,-z,nodelete -Wl,-soname,$(SONAME) \
		-Wl,--version-script,src/copydesk.map -o $@ $(LIB_OBJ) $(LIBS)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# Its loops are meant for the vectoriser and the unroller (-O3 in gcc).
$(BUILD)/src/restore/kernel.o $(BUILD)/src/restore/kernel_avx2.o \
	$(BUILD)/src/restore/kernel_zen.o \
	$(BUILD)/src/restore/kernel_avx512.o: ALL_CFLAGS += -O3

$(BUILD)/%.o: %.S
	@mkdir -p $(@D)
	$(COMPILE_DATA) -MMD -MP -c -o $@ $<

# The manual: (3) is the header, (5) has its rules from where they are described.
MDOC = awk -v date="$$(sed -n 's/^\.Dd //p' src/cli/man/copydesk.1)" \
	$(patsubst %,-f %,$(filter %.awk,$^))
$(BUILD)/man/copydesk.3: src/cli/man/mdoc.awk src/cli/man/header.awk \
		include/copydesk.h
	@mkdir -p $(@D)
	$(MDOC) include/copydesk.h >$@
$(BUILD)/man/copydesk.5: src/cli/man/mdoc.awk src/cli/man/rules.awk \
		src/cli/man/copydesk.5.in src/lang/README.md
	@mkdir -p $(@D)
	$(MDOC) readme=src/lang/README.md src/cli/man/copydesk.5.in >$@

# A language is a folder; languages.h lists the files of all. The assembler reads
# them: the preprocessor's dependencies do not name them.
folders = $(patsubst %/,%,$(sort $(dir $(wildcard $(1:%=%/*/*)))))
%/languages.h: FORCE
	@mkdir -p $(@D)
	@src/lang/languages $(LANGUAGES) >$@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi
LANG_OBJ := $(call object,src/lang/embed.S src/lang/lang.c)
$(BUILD)/lang/languages.h: LANGUAGES = $(call folders,src/lang)
$(BUILD)/src/lang/embed.o: $(wildcard src/lang/*/*)
$(LANG_OBJ): $(BUILD)/lang/languages.h
$(LANG_OBJ): DEFINES += -I$(BUILD)/lang

# The tables of the boilerplate rules, by a program for the machine that builds.
# It is linked from what reading rules needs; the linker drops the rest of it.
CC_FOR_BUILD ?= cc
RULES_COMPILER := $(BUILD)/for-build/compile-rules
RULES_FROM := $(sort $(wildcard src/lang/*/boilerplate.rules))
RULES_COMPILER_SRC := $(wildcard src/stages/boilerplate/rule*.c) \
	$(filter-out %/match.c %/literal_scan.c %/words_turn.c, \
		$(wildcard src/pattern/*.c)) \
	src/stages/boilerplate/tools/compile.c src/stages/rule_table.c \
	$(addprefix src/,base/arena.c base/buffer.c text/address.c \
		text/domains.c text/marks.c)
RULES_COMPILER_OBJ := $(RULES_COMPILER_SRC:%.c=$(BUILD)/for-build/%.o)
$(RULES_COMPILER_OBJ): $(BUILD)/for-build/%.o: %.c
	@mkdir -p $(@D)
	$(CC_FOR_BUILD) -std=c11 -O1 -ffunction-sections -fdata-sections \
		-Iinclude -Isrc $(DEFINES) -MMD -MP -c -o $@ $<
$(RULES_COMPILER): $(RULES_COMPILER_OBJ)
	$(CC_FOR_BUILD) -Wl,--gc-sections -o $@ $^
$(BUILD)/lang/built_in_rules.h: $(RULES_COMPILER) $(RULES_FROM) \
		$(RULES_FROM:%/boilerplate.rules=%/lists.rules)
	@mkdir -p $(@D)
	$(RULES_COMPILER) $(RULES_FROM:%/boilerplate.rules=%) >$@.new
	mv $@.new $@
BUILT_IN := $(BUILD)/src/stages/boilerplate/built_in.o
$(BUILT_IN): $(BUILD)/lang/built_in_rules.h
$(BUILT_IN): private DEFINES += -I$(BUILD)/lang

# The examples that `copydesk rules RULE` shows.
EXAMPLES_FROM := src/stages/rules.def $(sort $(wildcard tests/cases/*.txt))
$(BUILD)/cli/rule_examples.h: src/cli/rule_examples $(EXAMPLES_FROM)
	@mkdir -p $(@D)
	@src/cli/rule_examples $(EXAMPLES_FROM) >$@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi
$(BUILD)/src/cli/rule_example.o: $(BUILD)/cli/rule_examples.h
$(BUILD)/src/cli/rule_example.o: DEFINES += -I$(BUILD)/cli

# The report's page: its template, style and script as one.
PAGE := $(BUILD)/report-page
$(PAGE)/tail.html: $(wildcard src/report/template/*) src/report/assemble
	@mkdir -p $(@D)
	src/report/assemble src/report/template $(@D)
$(BUILD)/src/report/embed.o: $(PAGE)/tail.html
$(BUILD)/src/report/embed.o: DEFINES += -DPAGE_HEAD='"$(PAGE)/head.html"' \
	-DPAGE_TAIL='"$(PAGE)/tail.html"'

-include $(LIB_OBJ:.o=.d) $(PROGRAM_OBJ:.o=.d) $(RULES_COMPILER_OBJ:.o=.d)

include tests/tests.mk src/train.mk

# Generated headers, X_table.h from X_table.py.
TABLES := $(patsubst %.py,%.h,$(shell find src -name '*_table.py'))
tables:
	for table in $(TABLES:.h=); do \
		python3 $$table.py >$$table.new && \
		mv $$table.new $$table.h || exit 1; done

# The compiler's commands, one object each, from what make would run.
compdb:
	@$(MAKE) -nB --no-print-directory $(LIB_OBJ) $(PROGRAM_OBJ) \
		$(TEST_SUPPORT) $(TEST_BIN:=.o) | awk -v dir='$(CURDIR)' ' \
		/ -c -o / { gsub(/\\/, "&&"); gsub(/"/, "\\\""); \
		printf "%s{\"directory\": \"%s\", \"file\": \"%s\", \"command\": \"%s\"}", \
			n++ ? ",\n" : "[\n", dir, $$NF, $$0 } \
		END { print "\n]" }' >compile_commands.json

# Findings of cppcheck and mandoc; the compilers' own warnings: WERROR=1.
lint: format-version $(MAN)
	cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr \
		--enable=warning,performance,portability \
		--suppress=missingIncludeSystem $(LINT_FALSE) -Iinclude -Isrc src
	mandoc -Tlint -W warning $(MAN)
	for script in src/lang/languages src/cli/rule_examples src/report/assemble tests/run tests/layers tests/tables tests/foreign tests/slurm/* tests/cli/*; do \
		sh -n $$script || exit 1; done
	@$(CLANG_FORMAT) --dry-run -Werror $(FORMATTED)

# What cppcheck takes for faults: growth through a copied pointer, memory of a
# tool that ends, a table of functions, what a called function fills.
LINT_FALSE := --suppress=memleak:src/base/buffer.c \
	--suppress=memleak:src/stages/boilerplate/train/dump.c \
	--suppress=memleakOnRealloc:src/stages/boilerplate/train/dump.c \
	--suppress=uninitvar:src/restore/model_open.c \
	--suppress=ctuuninitvar:src/pattern/literals.c \
	--suppress=ctuuninitvar:src/stages/whitespace/inline_step.c

# Other versions of clang-format lay some lines out in another way.
CLANG_FORMAT ?= clang-format
FORMATTED = $(shell find src include tests samples -name '*.[ch]' -not -name '*_table.h')
format-version:
	@$(CLANG_FORMAT) --version | grep -q 'version 14\.' || { \
		echo 'clang-format 14 is needed (CLANG_FORMAT=...)'; exit 2; }

format: format-version
	$(CLANG_FORMAT) -i $(FORMATTED)

BINDIR = $(PREFIX)/bin
INCLUDEDIR = $(PREFIX)/include
LIBDIR = $(PREFIX)/lib
MANDIR = $(PREFIX)/share/man
SAMPLES = $(PREFIX)/share/doc/copydesk/samples
BASH_COMPLETIONS = $(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS = $(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS = $(PREFIX)/share/fish/vendor_completions.d
COMPLETIONS = $(BASH_COMPLETIONS)/copydesk $(ZSH_COMPLETIONS)/_copydesk \
	$(FISH_COMPLETIONS)/copydesk.fish
PKG_CONFIG_FILE = $(LIBDIR)/pkgconfig/copydesk.pc
# What prints the completions: a program for this machine.
COMPLETER ?= $(abspath $(PROGRAM))

# What pkg-config is told: the prefix may move.
below_prefix = $(patsubst $(PREFIX)/%,$${prefix}/%,$(1))
# What is written and not copied has its mode by chmod, whatever the umask is.
install: all
	$(INSTALL) -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(INCLUDEDIR) \
		$(DESTDIR)$(LIBDIR)/pkgconfig
	cd samples && find . -type f -exec $(INSTALL) -Dm 644 \
		{} $(abspath $(DESTDIR)$(SAMPLES))/{} \;
	$(INSTALL) -d $(DESTDIR)$(BASH_COMPLETIONS) \
		$(DESTDIR)$(ZSH_COMPLETIONS) $(DESTDIR)$(FISH_COMPLETIONS)
	$(COMPLETER) help --completion=bash \
		>$(DESTDIR)$(BASH_COMPLETIONS)/copydesk
	$(COMPLETER) help --completion=zsh \
		>$(DESTDIR)$(ZSH_COMPLETIONS)/_copydesk
	$(COMPLETER) help --completion=fish \
		>$(DESTDIR)$(FISH_COMPLETIONS)/copydesk.fish
	$(INSTALL) -m 755 $(PROGRAM) $(DESTDIR)$(BINDIR)/copydesk
	$(INSTALL) -m 644 include/copydesk.h $(DESTDIR)$(INCLUDEDIR)
	$(INSTALL) -m 644 $(LIBRARY) $(DESTDIR)$(LIBDIR)
	$(INSTALL) -m 644 $(SHARED) $(DESTDIR)$(LIBDIR)/libcopydesk.so.$(VERSION)
	ln -sf libcopydesk.so.$(VERSION) $(DESTDIR)$(LIBDIR)/$(SONAME)
	ln -sf $(SONAME) $(DESTDIR)$(LIBDIR)/libcopydesk.so
	for page in $(MAN); do $(INSTALL) -Dm 644 $$page \
		$(DESTDIR)$(MANDIR)/man$${page##*.}/$${page##*/} || exit 1; done
	printf '%s\n' 'prefix=$(PREFIX)' \
		'includedir=$(call below_prefix,$(INCLUDEDIR))' \
		'libdir=$(call below_prefix,$(LIBDIR))' '' \
		'Name: copydesk' 'Version: $(VERSION)' \
		'Description: news-article text normaliser' \
		'Cflags: -I$${includedir}' \
		'Libs: -L$${libdir} -lcopydesk' \
		'Libs.private: -pthread' \
		'Requires.private: $(PACKAGES)' \
		>$(DESTDIR)$(PKG_CONFIG_FILE)
	chmod 644 $(addprefix $(DESTDIR),$(PKG_CONFIG_FILE) $(COMPLETIONS))

uninstall:
	rm -rf $(DESTDIR)$(SAMPLES)
	rm -f $(addprefix $(DESTDIR),$(BINDIR)/copydesk $(COMPLETIONS) \
		$(INCLUDEDIR)/copydesk.h $(PKG_CONFIG_FILE) \
		$(addprefix $(LIBDIR)/,libcopydesk.a libcopydesk.so $(SONAME) \
			libcopydesk.so.$(VERSION)) \
		$(MANDIR)/man[135]/copydesk.[135])

clean:
	rm -rf .build copydesk libcopydesk.a libcopydesk.so compile_commands.json

.PHONY: all help lint format format-version tables compdb install uninstall clean

FORCE:
