/**
 * Tencent's cloud in memory, behind HTTP and signature checks, with an identity provider.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.certdeck.sandbox;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
