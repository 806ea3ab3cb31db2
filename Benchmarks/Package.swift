// swift-tools-version: 6.2
// SPDX-License-Identifier: MIT

import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "assay", path: "..")],
  targets: [
    .target(name: "CBare", linkerSettings: ["crypto", "jansson", "z"].map { .linkedLibrary($0) }),
    .executableTarget(
      name: "Bench",
      dependencies: [
        "CBare", .product(name: "Judging", package: "assay"),
        .product(name: "ServiceTokens", package: "assay"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableExperimentalFeature("Lifetimes"),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
      ]),
  ]
)
