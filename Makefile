# SPDX-License-Identifier: MIT

SHELL := /bin/bash
export PATH := $(PATH):/opt/swift/usr/bin

# How long `make fuzz` spends on each target.
SECONDS ?= 60

.PHONY: run test build dist format lint bench fuzz clean

# Judge all shipped recordings and print the conformance matrix.
run: build
	@.build/release/assay verify

# Everything that CI runs.
test:
	@Scripts/test.sh

build:
	@Scripts/setup.sh
	@swift build -c release --static-swift-stdlib --product assay

# A static executable with its data, as a tarball and a Debian package, in dist.
dist: build
	@Scripts/dist.sh

format:
	@Scripts/format.sh

lint:
	@Scripts/format.sh lint
	@Scripts/check-repo.sh

# Ratios of opening and minting to the bare primitives, then the speed and the memory of verify.
bench: build
	@swift run -c release --package-path Benchmarks --scratch-path .build/bench Bench \
	  .build/release/assay Vectors/recordings/zego-04-cbc/go.jsonl .build/bench/rows.jsonl \
	  .build/venv/bin/python
	@rm -f .build/bench/rows.jsonl*

fuzz:
	@Scripts/setup.sh
	@Scripts/fuzz.sh $(SECONDS)

clean:
	@rm -rf .build dist
