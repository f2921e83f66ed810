package dev.certdeck.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * A test of pages with Certdeck's own security, on a store in memory and without a
 * network.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
		"certdeck.tencent.secret-id=id", "certdeck.tencent.secret-key=key",
		"certdeck.tencent.endpoint=http://localhost:1", "certdeck.tencent.clb.enabled=false",
		"certdeck.tencent.cdn.enabled=false", "certdeck.tencent.bm.enabled=false",
		"certdeck.sso.issuer-uri=http://localhost:1", "certdeck.sso.client-id=certdeck",
		"certdeck.sso.client-secret=secret", "certdeck.sso.roles.viewer=deck-readers",
		"certdeck.sso.roles.operator=deck-writers", "certdeck.sso.roles.admin=deck-owners" })
@AutoConfigureMockMvc
@Import(EmptyStore.class)
@interface PageTest {

}
