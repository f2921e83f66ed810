/**
 * How Tencent's calls are signed: pure functions without a clock of their own.
 */
@NullMarked
@NamedInterface("signing")
package dev.certdeck.tencent.signing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
