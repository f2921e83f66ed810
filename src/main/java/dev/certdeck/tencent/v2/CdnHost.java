package dev.certdeck.tencent.v2;

import java.util.List;

import dev.certdeck.certificate.Binding;
import dev.certdeck.certificate.CloudException;
import dev.certdeck.certificate.ResourceType;
import dev.certdeck.tencent.wire.Fields;
import dev.certdeck.tencent.wire.Reply;

/**
 * A host of the content delivery network.
 *
 * @param id its id
 * @param name its name
 * @param certificateId the certificate that it uses, empty if it uses none of the
 * account's
 */
record CdnHost(String id, String name, String certificateId) {

	private static final String CERTIFICATE = "ssl_cert_id";

	private static final Integer NO_HTTPS = 0;

	/**
	 * Reads a host.
	 * @param reply the reply that holds the host
	 * @param row the host
	 * @return the host
	 * @throws CloudException if its name is missing, or it is unclear whether it uses a
	 * certificate
	 */
	static CdnHost read(Reply reply, Fields row) {
		String name = row.text("host");
		String id = row.text("id").isBlank() ? name : row.text("id");
		if (id.isBlank()) {
			throw reply.unintelligible("a host without a name");
		}
		boolean unused = Boolean.TRUE.equals(row.flag("deleted")) || NO_HTTPS.equals(row.integer("ssl_type"));
		if (!unused && !row.has(CERTIFICATE)) {
			throw reply.unintelligible("a host with HTTPS that does not tell its certificate");
		}
		return new CdnHost(id, name, unused ? "" : reply.plainText(row, CERTIFICATE));
	}

	Binding binding() {
		return new Binding(ResourceType.CDN, this.id, this.name, "", List.of());
	}

}
