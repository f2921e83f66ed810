package dev.certdeck.pki;

import java.util.Locale;

import dev.certdeck.pki.Finding.Severity;

/**
 * What can be found in a form. The text of each code stands in the messages under
 * {@code upload.finding}, for one field or for all.
 */
public enum FindingCode {

	TYPE_MISSING(Severity.PROBLEM), ALIAS_TOO_LONG(Severity.PROBLEM), ALIAS_CONTROL_CHARACTER(Severity.PROBLEM),
	ALIAS_KEY_MATERIAL(Severity.PROBLEM), PASSPHRASE_TOO_LONG(Severity.PROBLEM), SWAPPED(Severity.PROBLEM),
	EMPTY(Severity.PROBLEM), NOT_WANTED(Severity.PROBLEM), OUT_OF_TIME(Severity.PROBLEM), TOO_LARGE(Severity.PROBLEM),
	TOO_MANY_BLOCKS(Severity.PROBLEM), TOO_MUCH_WORK(Severity.PROBLEM), EMPTY_FILE(Severity.PROBLEM),
	EMPTY_BLOCK(Severity.PROBLEM), CUT_OFF(Severity.PROBLEM), NOT_PEM(Severity.PROBLEM), BINARY(Severity.PROBLEM),
	HTML(Severity.PROBLEM), FILE_NAME(Severity.PROBLEM), SSH_PUBLIC_KEY(Severity.PROBLEM), PUTTY_KEY(Severity.PROBLEM),
	JSON_WEB_KEY(Severity.PROBLEM), OPENSSH_KEY(Severity.PROBLEM), MALFORMED_BEGIN(Severity.PROBLEM),
	END_WITHOUT_BEGIN(Severity.PROBLEM), UNTERMINATED(Severity.PROBLEM), END_DIFFERS(Severity.PROBLEM),
	BAD_BASE64(Severity.PROBLEM), CUT_BASE64(Severity.PROBLEM), REQUEST(Severity.PROBLEM), PUBLIC_KEY(Severity.PROBLEM),
	REVOCATION_LIST(Severity.PROBLEM), OTHER_BLOCK(Severity.PROBLEM), CERTIFICATE_TOO_LARGE(Severity.PROBLEM),
	UNREADABLE_CERTIFICATE(Severity.PROBLEM), UNREADABLE_KEY(Severity.PROBLEM), DAMAGED_KEY(Severity.PROBLEM),
	UNSUPPORTED_KEY(Severity.PROBLEM), CURVE_MISSING(Severity.PROBLEM), PASSPHRASE_MISSING(Severity.PROBLEM),
	WRONG_PASSPHRASE(Severity.PROBLEM), UNSUPPORTED_CIPHER(Severity.PROBLEM), PASSWORD_MISSING(Severity.PROBLEM),
	WRONG_PASSWORD(Severity.PROBLEM), UNREADABLE_CONTAINER(Severity.PROBLEM), EMPTY_CONTAINER(Severity.PROBLEM),
	JCEKS(Severity.PROBLEM), ZIP_TOO_LARGE(Severity.PROBLEM), ZIP_ENCRYPTED(Severity.PROBLEM),
	TOO_MANY_CERTIFICATES(Severity.PROBLEM), NOT_AN_AUTHORITY(Severity.PROBLEM), DOES_NOT_BELONG(Severity.PROBLEM),
	FALSE_ISSUER(Severity.PROBLEM), BAD_SIGNATURE(Severity.PROBLEM), EXPIRED(Severity.PROBLEM),
	NEVER_VALID(Severity.PROBLEM), ROCA(Severity.PROBLEM), KEY_NOT_ACCEPTED(Severity.PROBLEM),
	SEVERAL_KEYS(Severity.PROBLEM), KEY_MISMATCH(Severity.PROBLEM), KEY_OF_OTHER(Severity.PROBLEM),
	KEY_OF_HELD(Severity.PROBLEM), ALREADY_HELD(Severity.PROBLEM), CHECK_FAILED(Severity.PROBLEM),
	CLOUD_REFUSED(Severity.PROBLEM), CLOUD_THROTTLED(Severity.PROBLEM), CLOUD_UNREACHABLE(Severity.PROBLEM),
	CLOUD_UNINTELLIGIBLE(Severity.PROBLEM),

	MISSING_INTERMEDIATE(Severity.WARNING), SELF_SIGNED(Severity.WARNING), AUTHORITY(Severity.WARNING),
	NOT_YET_VALID(Severity.WARNING), LIFETIME(Severity.WARNING), NO_END(Severity.WARNING),
	INTERMEDIATE_EXPIRED(Severity.WARNING), NO_NAMES(Severity.WARNING), NO_ALTERNATIVE_NAMES(Severity.WARNING),
	COMMON_NAME_ALONE(Severity.WARNING), SMALL_KEY(Severity.WARNING), SMALL_EXPONENT(Severity.WARNING),
	WEAK_DIGEST(Severity.WARNING), PROBABLY_HELD(Severity.WARNING), KEY_REUSED(Severity.WARNING),
	FEWER_NAMES(Severity.WARNING), ENDS_EARLIER(Severity.WARNING),

	TIDIED(Severity.NOTE), UNESCAPED(Severity.NOTE), MARKERS(Severity.NOTE), OTHER_TEXT(Severity.NOTE),
	RELABELLED(Severity.NOTE), BARE_BASE64(Severity.NOTE), ENCODED_TWICE(Severity.NOTE), DER(Severity.NOTE),
	PKCS7(Severity.NOTE), PKCS12(Severity.NOTE), JAVA_KEY_STORE(Severity.NOTE), ZIP(Severity.NOTE),
	ZIP_FOLDER(Severity.NOTE), DECRYPTED(Severity.NOTE), SPARE(Severity.NOTE), KEY_FOUND(Severity.NOTE),
	CERTIFICATE_FOUND(Severity.NOTE), DUPLICATE(Severity.NOTE), REORDERED(Severity.NOTE), ROOT_LEFT_OUT(Severity.NOTE),
	ISSUER_LEFT_OUT(Severity.NOTE), OTHER_KEY_LEFT_OUT(Severity.NOTE), SAME_NAMES(Severity.NOTE),
	MORE_NAMES(Severity.NOTE), NEW_NAMES(Severity.NOTE);

	private final Severity severity;

	FindingCode(Severity severity) {
		this.severity = severity;
	}

	Severity severity() {
		return this.severity;
	}

	/**
	 * Returns the code's name in the messages and in pages.
	 * @return for example {@code bad-base64}
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
