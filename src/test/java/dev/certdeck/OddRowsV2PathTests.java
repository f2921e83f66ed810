package dev.certdeck;

import org.springframework.test.context.TestPropertySource;

/**
 * Odd rows and chains on API 2.0.
 */
@SandboxTest
@TestPropertySource(properties = { "certdeck.tencent.api=v2", "certdeck.sandbox.odd-rows=true" })
class OddRowsV2PathTests extends OddRowsWalk {

}
