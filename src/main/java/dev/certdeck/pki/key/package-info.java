/**
 * Keys: their algorithms, whether a private key is consistent, and whether it matches a
 * public key.
 */
@NullMarked
@NamedInterface("key")
package dev.certdeck.pki.key;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
