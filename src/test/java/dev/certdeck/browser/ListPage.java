package dev.certdeck.browser;

import java.util.List;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * The list of certificates.
 */
class ListPage {

	private final Chromium chromium;

	ListPage(Chromium chromium) {
		this.chromium = chromium;
	}

	ListPage search(String text) {
		WebElement field = this.chromium.find("#q");
		field.clear();
		field.sendKeys(text);
		this.chromium.follow(this.chromium.find(".filter button[type=submit]"));
		return this;
	}

	ListPage turnTo(String page) {
		this.chromium.follow(this.chromium.driver().findElement(By.linkText(page)));
		return this;
	}

	ListPage refresh() {
		this.chromium.follow(this.chromium.find("form[action$='/refresh'] button"));
		return this;
	}

	UploadPage upload() {
		this.chromium.follow(this.chromium.driver().findElement(By.linkText("Upload certificate")));
		return new UploadPage(this.chromium);
	}

	/**
	 * Opens the first certificate of the list.
	 * @return its path
	 */
	String openFirst() {
		this.chromium.follow(this.chromium.find(".certs .name > a"));
		return this.chromium.path().replaceFirst("\\?.*", "");
	}

	void deleteFirst() {
		this.chromium.follow(this.chromium.find(".certs a.btn"));
	}

	WebElement disabledDelete() {
		return this.chromium.find(".certs button[aria-disabled=true]");
	}

	List<String> names() {
		return this.chromium.findAll(".certs .name > a").stream().map(WebElement::getText).toList();
	}

	List<String> ids() {
		return this.chromium.findAll(".certs td.mono").stream().map(WebElement::getText).toList();
	}

}
