package dev.certdeck.browser;

import java.nio.file.Path;

/**
 * The form to upload a certificate.
 */
class UploadPage {

	private final Chromium chromium;

	UploadPage(Chromium chromium) {
		this.chromium = chromium;
	}

	UploadPage alias(String alias) {
		this.chromium.find("#alias").sendKeys(alias);
		return this;
	}

	UploadPage certificate(String pem) {
		this.chromium.find("#chain").sendKeys(pem);
		return this;
	}

	UploadPage files(Path certificate, Path key) {
		this.chromium.find("#chainFile").sendKeys(certificate.toString());
		this.chromium.find("#keyFile").sendKeys(key.toString());
		return this;
	}

	UploadPage key(String pem) {
		this.chromium.find("#key").sendKeys(pem);
		return this;
	}

	void submit() {
		this.chromium.follow(this.chromium.find("form[enctype] button[type=submit]"));
	}

}
