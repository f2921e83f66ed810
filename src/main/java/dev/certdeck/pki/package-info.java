/**
 * Public key infrastructure: reads certificates and private keys in every form that tools
 * write, and describes X.509 certificates. No input makes it throw.
 */
@NullMarked
@ApplicationModule(displayName = "PKI", allowedDependencies = "certificate")
package dev.certdeck.pki;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
