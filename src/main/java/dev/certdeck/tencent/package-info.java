/**
 * The only room that talks to the cloud: one HTTP class, limits on calls, and an adapter
 * for each of Tencent's dialects.
 */
@NullMarked
@ApplicationModule(displayName = "Tencent", allowedDependencies = "certificate")
package dev.certdeck.tencent;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
