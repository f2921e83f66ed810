package dev.certdeck;

import java.util.Arrays;
import java.util.List;

/**
 * What came of something that went wrong.
 *
 * @param status the status of the page
 * @param sent how often the cloud was called
 * @param afterwards what is so once all goes well again
 * @param says what the page says
 */
record FaultResult(int status, int sent, String afterwards, List<String> says) {

	FaultResult(int status, int sent, String afterwards, String... says) {
		this(status, sent, afterwards, Arrays.asList(says));
	}

	/**
	 * A page that was shown.
	 *
	 * @param status its status
	 * @param text what it says
	 * @param sent how often the cloud was called
	 */
	record Page(int status, String text, int sent) {

		/**
		 * Completes what came of it.
		 * @param afterwards what is so once all goes well again
		 * @param sentences what the page should say
		 * @return the result, with the whole text in the place of each sentence that it
		 * does not say
		 */
		FaultResult result(String afterwards, List<String> sentences) {
			return new FaultResult(this.status, this.sent, afterwards,
					sentences.stream().map((sentence) -> this.text.contains(sentence) ? sentence : this.text).toList());
		}

	}

}
