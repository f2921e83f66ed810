package dev.certdeck.browser;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

import dev.certdeck.PlainBrowser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People's way through nginx, Keycloak and both replicas, where the compose file runs.
 * The system property {@code compose.url} says where Certdeck is, {@code compose.key}
 * which TLS key to trust and {@code compose.password} the password of all users.
 */
@Tag("browser")
@EnabledIfSystemProperty(named = "compose.url", matches = ".+", disabledReason = "The compose file does not run")
class ComposeBrowserTests {

	private static final int CLICKS_FOR_BOTH_REPLICAS = 4;

	private Chromium chromium;

	@BeforeEach
	void start() {
		this.chromium = Chromium.trusting(System.getProperty("compose.url"), System.getProperty("compose.key"));
	}

	@AfterEach
	void close() {
		this.chromium.close();
	}

	@ParameterizedTest
	@CsvSource({ "viewer, Wei Li · viewer", "operator, Ana Costa · operator", "admin, Jonas Weber · admin" })
	void groupGivesTheRole(String user, String nameAndRole) {
		signIn(user);
		assertThat(this.chromium.path()).startsWith("/certs/certificates");
		assertThat(this.chromium.text()).contains(nameAndRole);
		assertThat(this.chromium.complaints()).isEmpty();
	}

	@Test
	void personWithoutAGroupIsToldTheGroups() {
		signIn("guest");
		assertThat(this.chromium.text()).contains("Mei Tanaka · no role", "viewers", "operators", "admins");
	}

	@Test
	void operatorFiltersPagesUploadsDeletesAndSignsOut(@TempDir Path directory) throws Exception {
		ListPage list = signIn("operator").search("example.com");
		List<String> first = list.ids();
		assertThat(list.turnTo("Next").ids()).isNotEmpty().doesNotContainAnyElementsOf(first);
		OpenSslPair pair = OpenSslPair.create(directory);
		list.upload().alias("Through nginx").files(pair.certificate(), pair.key()).submit();
		assertThat(this.chromium.find("h1").getText()).isEqualTo(pair.name());
		assertThat(this.chromium.path()).startsWith("/certs/certificates/");
		bothReplicasList(pair.name(), pair.name());
		await(() -> !this.chromium.findAll(".certs a.btn").isEmpty(), "/certificates?q=" + pair.name());
		list.deleteFirst();
		await(() -> !this.chromium.findAll("button.btn-danger").isEmpty(), null);
		this.chromium.follow(this.chromium.find("button.btn-danger"));
		await(() -> this.chromium.text().contains("was deleted"), null);
		bothReplicasList(pair.name());
		assertThat(this.chromium.complaints()).isEmpty();
		signOut();
	}

	/**
	 * Waits for what the cloud takes its time for.
	 * @param reached tells whether it is there
	 * @param path the page to open anew meanwhile, {@code null} for one that goes on by
	 * itself
	 */
	private void await(BooleanSupplier reached, @Nullable String path) throws InterruptedException {
		for (int looks = 0; looks < 60 && !reached.getAsBoolean(); looks++) {
			Thread.sleep(1000);
			if (path != null) {
				this.chromium.open(path);
			}
		}
		assertThat(reached.getAsBoolean()).isTrue();
	}

	private void bothReplicasList(String search, String... names) {
		for (int click = 0; click < CLICKS_FOR_BOTH_REPLICAS; click++) {
			this.chromium.open("/certificates?q=" + search);
			assertThat(new ListPage(this.chromium).names()).containsExactly(names);
		}
	}

	private void signOut() {
		this.chromium.follow(this.chromium.find(".who button"));
		assertThat(this.chromium.path()).startsWith("/certs/signed-out");
		this.chromium.open("/certificates");
		assertThat(this.chromium.path()).startsWith("/auth/realms/team/");
	}

	private ListPage signIn(String user) {
		this.chromium.open("/certificates");
		this.chromium.find("#username").sendKeys(user);
		this.chromium.find("#password").sendKeys(System.getProperty("compose.password"));
		this.chromium.follow(this.chromium.find("#kc-login"));
		for (int looks = 0; looks < 300 && !this.chromium.findAll("main .loading").isEmpty(); looks++) {
			PlainBrowser.pause();
			this.chromium.open("/certificates");
		}
		return new ListPage(this.chromium);
	}

}
