package dev.certdeck.inventory;

import java.util.List;

import dev.certdeck.certificate.Certificate;
import dev.certdeck.certificate.Usage;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in the words of the pages.
 *
 * @param certificate the certificate
 * @param usage what uses it
 * @param path the path of its page
 * @param title what to call it
 * @param punycode its primary name in Punycode, absent if that is the title already
 * @param furtherNames how many names it has beside the primary one
 * @param status its status
 * @param tone the status's tone: {@code good}, {@code wait}, {@code bad} or {@code off}
 * @param expiry the end of its validity, absent if it has none yet
 * @param chips the resources that use it, counted by kind, such as {@code CLB 2}
 * @param unconfirmed the resources that used it when they were last known, counted by
 * kind
 * @param notKnown the kinds for which it is not known, empty if all are
 * @param deletable whether it can be deleted
 * @param brief the weightiest reason against its deletion in a few words
 * @param reasons every reason against its deletion
 */
public record CertificateView(Certificate certificate, Usage usage, String path, String title,
		@Nullable String punycode, int furtherNames, String status, String tone, @Nullable ExpiryView expiry,
		List<String> chips, List<String> unconfirmed, String notKnown, boolean deletable, String brief,
		List<String> reasons) {

	/**
	 * The end of a validity in the words of the pages.
	 *
	 * @param until date and minute in the team's zone, or that there is none or it is not
	 * known
	 * @param days how many days are left, or why that is not known; absent if there is no
	 * end
	 * @param band how urgent it is, in lower case; absent if there is no date
	 * @param percent how much of the validity is left, absent if its length is not known
	 */
	public record ExpiryView(String until, @Nullable String days, @Nullable String band, @Nullable Integer percent) {

	}

}
