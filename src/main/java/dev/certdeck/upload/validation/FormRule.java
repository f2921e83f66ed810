package dev.certdeck.upload.validation;

import java.util.ArrayList;
import java.util.List;

import dev.certdeck.http.VisibleText;
import dev.certdeck.pki.Field;
import dev.certdeck.pki.Finding;
import dev.certdeck.pki.FindingCode;
import dev.certdeck.pki.KeyMaterial;
import dev.certdeck.pki.Passphrase;

/**
 * Checks the type, the alias and the length of the passphrase.
 */
final class FormRule {

	private static final int MAXIMUM_ALIAS = 200;

	private FormRule() {
	}

	static List<Finding> check(UploadForm form) {
		List<Finding> findings = new ArrayList<>();
		if (form.type() == null) {
			findings.add(Finding.of(FindingCode.TYPE_MISSING, Field.TYPE));
		}
		alias(form.alias(), findings);
		if (form.passphrase().isTooLong()) {
			findings.add(Finding.of(FindingCode.PASSPHRASE_TOO_LONG, Field.PASSPHRASE, Passphrase.LONGEST));
		}
		return findings;
	}

	private static void alias(String alias, List<Finding> findings) {
		if (alias.length() > MAXIMUM_ALIAS) {
			findings.add(Finding.of(FindingCode.ALIAS_TOO_LONG, Field.ALIAS, MAXIMUM_ALIAS, alias.length()));
		}
		else if (KeyMaterial.isIn(alias)) {
			findings.add(Finding.of(FindingCode.ALIAS_KEY_MATERIAL, Field.ALIAS));
		}
		if (!VisibleText.isVisible(alias) || alias.chars().anyMatch(Character::isISOControl)) {
			findings.add(Finding.of(FindingCode.ALIAS_CONTROL_CHARACTER, Field.ALIAS));
		}
	}

}
