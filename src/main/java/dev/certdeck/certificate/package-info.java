/**
 * The domain: certificates, what uses them, when they may be deleted, and the ports that
 * a cloud implements.
 */
@NullMarked
@ApplicationModule(displayName = "Certificate", allowedDependencies = {})
package dev.certdeck.certificate;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
