# SPDX-License-Identifier: MIT

SHELL := /bin/bash
export PATH := $(PATH):/opt/swift/usr/bin

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
	@swift format -i -p -r Package.swift Sources Tests Benchmarks Fuzz

lint:
	@swift format lint --strict -p -r Package.swift Sources Tests Benchmarks Fuzz
	@Scripts/check-repo.sh

bench:
	@Scripts/setup.sh
	@swift run -c release --package-path Benchmarks --scratch-path .build/bench Benchmarks

# SECONDS_EACH=60 for each target.
fuzz:
	@Scripts/setup.sh
	@Fuzz/run.sh $(or $(SECONDS_EACH),60)

clean:
	@rm -rf .build
