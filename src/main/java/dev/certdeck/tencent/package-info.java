/**
 * Calls to Tencent Cloud: HTTP, limits, and an adapter for each of its APIs.
 */
@NullMarked
@ApplicationModule(displayName = "Tencent", allowedDependencies = "certificate")
package dev.certdeck.tencent;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
