/**
 * Tencent's cloud in memory, behind real HTTP and real signature checks, with a login
 * provider of its own.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.certdeck.sandbox;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
