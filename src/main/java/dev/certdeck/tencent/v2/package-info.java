/**
 * The adapter to Tencent's API 2.0: the certificates of {@code wss} and the resources of
 * {@code lb}, {@code cdn} and {@code bmlb} that use them.
 */
@NullMarked
package dev.certdeck.tencent.v2;

import org.jspecify.annotations.NullMarked;
