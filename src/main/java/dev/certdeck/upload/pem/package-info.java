/**
 * Reading certificates and private keys from every form in which tools write them,
 * without exceptions on any input.
 */
@NullMarked
package dev.certdeck.upload.pem;

import org.jspecify.annotations.NullMarked;
