package dev.certdeck.browser;

/**
 * The sandbox's page to sign in.
 */
class SignInPage {

	private final Chromium chromium;

	SignInPage(Chromium chromium) {
		this.chromium = chromium;
	}

	void signIn(String user) {
		enter(user, user);
	}

	void enter(String user, String password) {
		this.chromium.find("#username").sendKeys(user);
		this.chromium.find("#password").sendKeys(password);
		this.chromium.follow(this.chromium.find("button"));
	}

}
