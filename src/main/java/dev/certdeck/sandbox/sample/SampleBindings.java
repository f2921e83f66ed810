package dev.certdeck.sandbox.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import dev.certdeck.sandbox.cloud.Bindings;
import dev.certdeck.sandbox.cloud.CdnHost;
import dev.certdeck.sandbox.cloud.Deployment;
import dev.certdeck.sandbox.cloud.HeldCertificate;
import dev.certdeck.sandbox.cloud.Listener;
import dev.certdeck.sandbox.cloud.LoadBalancer;
import dev.certdeck.sandbox.cloud.Region;
import dev.certdeck.sandbox.cloud.Rule;
import dev.certdeck.sandbox.cloud.Service;
import dev.certdeck.sandbox.cloud.TlsCertificates;
import org.jspecify.annotations.Nullable;

/**
 * Creates the resources that use certificates.
 */
class SampleBindings {

	private static final List<Region> REGIONS = Stream.of("gz", "sh", "bj", "hk", "sg")
		.map((code) -> Region.named(code).orElseThrow())
		.toList();

	private static final List<Region> BARE_METAL_REGIONS = REGIONS.subList(0, 2);

	private static final int LISTENERS_PER_LOAD_BALANCER = 3;

	private static final int LISTENERS_PER_BARE_METAL = 40;

	private static final int LAUNCHED = 5;

	private static final int CLOSED = 6;

	private static final int PLAIN_HOSTS = 8;

	private static final int FIRST_HOST_ID = 308902;

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

	private final Random random;

	private final List<List<Listener>> loadBalancers = new ArrayList<>();

	private final Map<Region, List<List<Listener>>> bareMetal = new LinkedHashMap<>();

	private final List<CdnHost> cdnHosts = new ArrayList<>();

	private final List<Deployment> others = new ArrayList<>();

	private int bareMetalCount;

	SampleBindings(long seed) {
		this.random = new Random(seed);
	}

	void bind(HeldCertificate certificate, Use use) {
		switch (use) {
			case CLB -> bindToLoadBalancers(certificate);
			case CLB_CLIENTS -> bindToClients(certificate);
			case CLB_SNI -> bindByServerName(certificate);
			case CLB_FURTHER -> bindBesideTheLast(certificate);
			case CDN -> bindToCdn(certificate);
			case BM -> bindToBareMetal(certificate);
		}
	}

	private void bindToLoadBalancers(HeldCertificate certificate) {
		for (int i = 0; i <= this.random.nextInt(2); i++) {
			List<Listener> listeners = free(this.loadBalancers, LISTENERS_PER_LOAD_BALANCER);
			listeners.add(listener(label(certificate) + "-https", 443 + listeners.size(), certificate.id(), null));
		}
	}

	private void bindToClients(HeldCertificate authority) {
		String shown = this.loadBalancers.get(0).get(0).certificateId();
		free(this.loadBalancers, LISTENERS_PER_LOAD_BALANCER)
			.add(listener("devices-mutual", 8443, shown, authority.id()));
	}

	private void bindByServerName(HeldCertificate certificate) {
		List<Listener> listeners = free(this.loadBalancers, LISTENERS_PER_LOAD_BALANCER);
		Rule rule = new Rule("loc-" + letters(), certificate.domain(),
				new TlsCertificates(certificate.id(), null, List.of()));
		listeners.add(new Listener("lbl-" + letters(), label(certificate) + "-https", 443 + listeners.size(),
				TlsCertificates.NONE, List.of(rule)));
	}

	private void bindBesideTheLast(HeldCertificate certificate) {
		List<Listener> listeners = this.loadBalancers.get(this.loadBalancers.size() - 1);
		int last = listeners.size() - 1;
		Listener listener = listeners.get(last);
		TlsCertificates certificates = listener.rules().isEmpty() ? listener.certificates().and(certificate.id())
				: listener.certificates();
		List<Rule> rules = listener.rules()
			.stream()
			.map((rule) -> new Rule(rule.id(), rule.domain(), rule.certificates().and(certificate.id())))
			.toList();
		listeners.set(last, new Listener(listener.id(), listener.name(), listener.port(), certificates, rules));
	}

	private void bindToBareMetal(HeldCertificate certificate) {
		Region region = BARE_METAL_REGIONS.get(this.bareMetalCount++ % BARE_METAL_REGIONS.size());
		List<Listener> listeners = free(this.bareMetal.computeIfAbsent(region, (first) -> new ArrayList<>()),
				LISTENERS_PER_BARE_METAL);
		if (listeners.isEmpty()) {
			listeners.add(listener("plain", 80, null, null));
		}
		listeners.add(listener(label(certificate) + "-l7", 443 + listeners.size(), certificate.id(), null));
	}

	private void bindToCdn(HeldCertificate certificate) {
		for (int i = 0; i <= this.random.nextInt(2); i++) {
			String host = (i == 0 && !certificate.domain().startsWith("*")) ? certificate.domain()
					: certificate.domain().replaceFirst("^(\\*|[^.]+)", label(certificate) + "-cdn" + i);
			this.cdnHosts.add(host(host, LAUNCHED, certificate.id()));
		}
		if (this.cdnHosts.size() % 10 == 0) {
			this.cdnHosts.add(host("plain-" + this.cdnHosts.size() + ".example.com", LAUNCHED, null));
		}
	}

	void deploy(HeldCertificate certificate, Service service) {
		Region region = service.regional() ? REGIONS.get(this.others.size() % REGIONS.size()) : null;
		this.others.add(new Deployment(service, region, service.type() + "-" + letters(), certificate.domain(),
				certificate.id()));
	}

	private CdnHost host(String host, int status, @Nullable String certificateId) {
		return new CdnHost(FIRST_HOST_ID + this.cdnHosts.size(), host, status, certificateId);
	}

	private static List<Listener> free(List<List<Listener>> owners, int most) {
		if (owners.isEmpty() || owners.get(owners.size() - 1).size() >= most) {
			owners.add(new ArrayList<>());
		}
		return owners.get(owners.size() - 1);
	}

	private static String label(HeldCertificate certificate) {
		String label = certificate.domain().replaceFirst("^\\*\\.", "");
		return label.contains(".") ? label.substring(0, label.indexOf('.')) : label;
	}

	private Listener listener(String name, int port, @Nullable String certificateId,
			@Nullable String clientAuthorityId) {
		return new Listener("lbl-" + letters(), name, port,
				new TlsCertificates(certificateId, clientAuthorityId, List.of()));
	}

	private String letters() {
		StringBuilder letters = new StringBuilder();
		for (int i = 0; i < 8; i++) {
			letters.append(LETTERS.charAt(this.random.nextInt(LETTERS.length())));
		}
		return letters.toString();
	}

	Bindings build() {
		for (int i = 0; i < PLAIN_HOSTS; i++) {
			this.cdnHosts.add(host("assets-" + i + ".example.org", (i == 0) ? CLOSED : LAUNCHED, null));
		}
		List<LoadBalancer> virtual = new ArrayList<>();
		this.loadBalancers.forEach((listeners) -> {
			Region region = REGIONS.get(virtual.size() % REGIONS.size());
			virtual.add(loadBalancer("clb-", region, virtual.size(), listeners));
		});
		List<LoadBalancer> metal = new ArrayList<>();
		this.bareMetal.forEach((region, owners) -> owners
			.forEach((listeners) -> metal.add(loadBalancer("bm-", region, metal.size(), listeners))));
		return new Bindings(virtual, this.cdnHosts, metal, this.others);
	}

	private LoadBalancer loadBalancer(String prefix, Region region, int number, List<Listener> listeners) {
		String name = prefix + region.code() + "-%02d".formatted(number + 1);
		return new LoadBalancer("lb-" + letters(), name, region, List.copyOf(listeners));
	}

}
