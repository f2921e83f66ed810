/**
 * Reading certificates and private keys from PEM and proving that they belong together,
 * without exceptions on any input.
 */
@NullMarked
package dev.certdeck.upload.pem;

import org.jspecify.annotations.NullMarked;
