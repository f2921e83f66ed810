package dev.certdeck.browser;

import java.nio.file.Path;
import java.time.Duration;

import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

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

	UploadPage passphrase(String passphrase) {
		this.chromium.find("#passphrase").clear();
		this.chromium.find("#passphrase").sendKeys(passphrase);
		return this;
	}

	UploadPage file(String part, Path file) {
		this.chromium.find("#" + part + "File").sendKeys(file.toString());
		return this;
	}

	void submit() {
		this.chromium.follow(this.chromium.find("form[enctype] button[type=submit]"));
	}

	void check() {
		this.chromium.follow(this.chromium.find("form[enctype] button[formaction]"));
	}

	String result() {
		return this.chromium.find("#result").getText();
	}

	void awaitResult(String text) {
		new WebDriverWait(this.chromium.driver(), Duration.ofSeconds(20)).ignoring(StaleElementReferenceException.class)
			.until(ExpectedConditions.textToBePresentInElementLocated(By.id("result"), text));
	}

}
