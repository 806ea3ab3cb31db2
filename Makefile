# SPDX-License-Identifier: MIT

SHELL := /bin/bash
export PATH := $(PATH):/opt/swift/usr/bin

# How long `make fuzz` spends on each target.
SECONDS ?= 60

.PHONY: run test build format lint bench fuzz clean

# Judge all shipped recordings and print the conformance matrix.
run: build
	@.build/release/assay verify

# Everything that CI runs.
test:
	@Scripts/test.sh

build:
	@Scripts/setup.sh
	@swift build -c release --product assay

format:
	@Scripts/format.sh

lint:
	@Scripts/format.sh lint
	@Scripts/check-repo.sh

bench:
	@Scripts/setup.sh
	@swift run -c release --package-path Benchmarks --scratch-path .build/bench Bench

fuzz:
	@Scripts/setup.sh
	@Scripts/fuzz.sh $(SECONDS)

clean:
	@rm -rf .build
