/**
 * What the formats of both APIs have in common: tolerant fields, lists in pages, and
 * times without a zone, read into records of the domain.
 */
@NullMarked
package dev.certdeck.tencent.wire;

import org.jspecify.annotations.NullMarked;
