# What is made from news articles, and checked against them; the Makefile reads this
# file.

# What each boilerplate rule takes out of NEWS/train (tools/audit.py says what is
# printed); ARTICLES of them.
ARTICLES ?= 8000
AUDIT := src/stages/boilerplate/tools
audit: $(LIB_OBJ)
	@test -d "$(NEWS)/train" || { echo "usage: make audit NEWS=DIR"; exit 2; }
	@$(LINK) -o $(BUILD)/audit $(AUDIT)/audit.c $(LIB_OBJ) $(LIBS)
	@$(AUDIT)/audit.py --articles $(ARTICLES) $(BUILD)/audit \
		src/lang/en/boilerplate.rules $(NEWS)

# The restoration model from news articles (src/restore/README.md): NEWS=DIR holds
# train/*.jsonl.xz. Some minutes of preparation, then MINUTES on all cores; an
# interrupted run goes on from its checkpoint. Needs python3-torch and the word
# lists of wamerican-huge and wbritish-huge.
MINUTES ?= 200
MODEL_WORK ?= .build/model
WORD_LISTS ?= $(wildcard /usr/share/dict/*-english-huge)
TRAIN := src/restore/train
EDITS := $(BUILD)/src/restore/train/edits

$(EDITS): $(TRAIN)/edits.c $(LIB_OBJ)
	@mkdir -p $(@D)
	$(LINK) -pie $(HARDEN_LINK) -o $@ $^ $(LIBS)

model: $(EDITS)
	@test -d "$(NEWS)/train" || { echo "usage: make model NEWS=DIR"; exit 2; }
	test -f $(MODEL_WORK)/tables.pkl || \
		$(TRAIN)/prepare.py $(NEWS) $(MODEL_WORK)
	test -f $(MODEL_WORK)/features.pkl || \
		$(TRAIN)/features.py $(MODEL_WORK) $(WORD_LISTS)
	OMP_NUM_THREADS=$$(nproc) \
		$(TRAIN)/train.py $(MODEL_WORK) --minutes $(MINUTES) \
		$(FROM:%=--from % --rate 8e-4)
	$(TRAIN)/export.py $(MODEL_WORK) $(MODEL_WORK)/first.model
	$(TRAIN)/calibrate.py $(MODEL_WORK) $(EDITS) \
		$(MODEL_WORK)/first.model $(MODEL_WORK)/calibration.json
	$(TRAIN)/export.py $(MODEL_WORK) src/lang/en/restore.model \
		--calibration $(MODEL_WORK)/calibration.json
	$(TRAIN)/golden.py src/lang/en/restore.model \
		>tests/unit/restore_golden.txt

# The line scorer of boilerplate (src/stages/boilerplate/train/README.md): NEWS=DIR
# holds train/, dev/ and boilerplate/. What is costly is kept in SCORER_WORK. Needs
# python3-sklearn.
SCORER_WORK ?= .build/scorer
SCORER_TRAIN := src/stages/boilerplate/train
SCORER_PYTHON ?= python3
$(BUILD)/scorer-dump: $(SCORER_TRAIN)/dump.c $(LIB_OBJ)
	$(LINK) -o $@ $^ $(LIBS)
scorer: $(BUILD)/scorer-dump
	@test -d "$(NEWS)/train" || { echo "usage: make scorer NEWS=DIR"; exit 2; }
	$(SCORER_PYTHON) $(SCORER_TRAIN)/train.py $< $(NEWS) $(SCORER_WORK) \
		src/lang/en/scorer.model $(FOLDS)
	$(SCORER_PYTHON) $(SCORER_TRAIN)/golden.py $< src/lang/en/scorer.model \
		>tests/unit/line_scorer_golden.txt

.PHONY: audit model scorer
