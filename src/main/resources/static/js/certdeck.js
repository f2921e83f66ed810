'use strict';

// Copy buttons: they stand hidden in the page and appear where the browser can copy.
for (const button of document.querySelectorAll('button[data-copy]')) {
	if (navigator.clipboard) {
		button.hidden = false;
		const label = button.textContent;
		button.addEventListener('click', async () => {
			await navigator.clipboard.writeText(button.dataset.copy);
			button.textContent = button.dataset.done;
			setTimeout(() => { button.textContent = label; }, 2000);
		});
	}
}

// The list of statuses closes when the focus or a click goes elsewhere.
for (const choices of document.querySelectorAll('details.choices')) {
	for (const event of ['click', 'focusin']) {
		document.addEventListener(event, (happened) => {
			if (!choices.contains(happened.target)) {
				choices.open = false;
			}
		});
	}
	choices.addEventListener('keydown', (key) => {
		if (key.key === 'Escape') {
			choices.open = false;
			choices.querySelector('summary').focus();
		}
	});
}
