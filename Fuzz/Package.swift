// swift-tools-version: 6.2
// SPDX-License-Identifier: MIT

import PackageDescription

let judging = Target.Dependency.product(name: "Judging", package: "assay")
let tokens = Target.Dependency.product(name: "ServiceTokens", package: "assay")

// With the flag `--sanitize fuzzer` the linker takes `main` from libFuzzer.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "assay", path: "..")],
  targets: [
    .target(name: "Inputs", dependencies: [tokens]),
    .executableTarget(name: "FuzzJSON", dependencies: ["Inputs", tokens]),
    .executableTarget(name: "FuzzOpen", dependencies: ["Inputs", tokens]),
    .executableTarget(name: "FuzzAgora", dependencies: ["Inputs", tokens]),
    .executableTarget(name: "FuzzNacos", dependencies: ["Inputs", tokens]),
    .executableTarget(name: "FuzzNATS", dependencies: ["Inputs", tokens]),
    .executableTarget(name: "FuzzInspect", dependencies: ["Inputs", judging]),
    .executableTarget(name: "FuzzRecording", dependencies: ["Inputs", judging]),
  ]
)

// One dialect for every target.
for target in package.targets {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableExperimentalFeature("Lifetimes"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
