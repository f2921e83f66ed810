package dev.certdeck.list;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

import dev.certdeck.certificate.CertificateType;
import dev.certdeck.certificate.Message;
import dev.certdeck.certificate.Plan;
import dev.certdeck.certificate.Usage;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The filter, order and page of the list, as written in its URL.
 *
 * @param filter the criteria
 * @param sort the order
 * @param page the page's number, from 1
 * @param size how many certificates a page has
 * @param ignored the names of the parameters whose values are invalid
 */
record CertificateQuery(Filter filter, Sort sort, int page, int size, List<String> ignored) {

	static final Set<Integer> SIZES = Set.of(20, 50, 100);

	static final int DEFAULT_SIZE = 20;

	static final CertificateQuery ALL = new CertificateQuery(Filter.NONE, Sort.BY_EXPIRY, 1, DEFAULT_SIZE, List.of());

	/**
	 * Parses a query; invalid values are left out and named.
	 * @param parameters the URL's parameters
	 * @return the query
	 */
	static CertificateQuery parse(MultiValueMap<String, String> parameters) {
		QueryParameters values = new QueryParameters(parameters);
		Filter filter = new Filter(values.text("q"), values.one("host", HostFilter::parse),
				values.choice("type", CertificateType.class), values.choice("plan", Plan.class),
				values.nonBlank("source"), values.statuses("status"), values.one("expires", Expiry::parse),
				values.choice("usage", Usage.State.class), values.yesOrNo("deletable"));
		Sort sort = values.one("sort", Sort::parse);
		Integer page = values.one("page", Numbers::page);
		Integer size = values.one("size", (text) -> Numbers.parse(text, 1, 100).filter(SIZES::contains));
		return new CertificateQuery(filter, (sort != null) ? sort : Sort.BY_EXPIRY, (page != null) ? page : 1,
				(size != null) ? size : DEFAULT_SIZE, values.ignored());
	}

	/**
	 * Parses a query string.
	 * @param queryString the query string as {@link #queryString()} writes it
	 * @return the query
	 */
	static CertificateQuery parse(@Nullable String queryString) {
		if (queryString == null || queryString.isBlank()) {
			return ALL;
		}
		MultiValueMap<String, String> parameters = UriComponentsBuilder.newInstance()
			.query(queryString)
			.build()
			.getQueryParams();
		return parse(QueryParameters.decoded(parameters));
	}

	/**
	 * Returns the query string, without defaults.
	 * @return the encoded query string, empty for the plain list
	 */
	String queryString() {
		UriComponentsBuilder url = UriComponentsBuilder.newInstance();
		add(url, "q", this.filter.text());
		add(url, "host", this.filter.host());
		add(url, "type", key(this.filter.type()));
		add(url, "plan", key(this.filter.plan()));
		add(url, "source", this.filter.source());
		this.filter.statuses().stream().sorted().forEach((status) -> add(url, "status", status.code()));
		add(url, "expires", this.filter.expiry());
		add(url, "usage", key(this.filter.usage()));
		add(url, "deletable", (this.filter.deletable() == null) ? null : this.filter.deletable() ? "yes" : "no");
		add(url, "sort", this.sort.equals(Sort.BY_EXPIRY) ? null : this.sort);
		add(url, "size", (this.size == DEFAULT_SIZE) ? null : this.size);
		add(url, "page", (this.page == 1) ? null : this.page);
		String query = url.build().getQuery();
		return (query != null) ? query : "";
	}

	/**
	 * Returns the list page's path for this query.
	 * @return the path and the query, relative to the application
	 */
	String path() {
		return new ListPath(queryString()).path();
	}

	CertificateQuery withPage(int page) {
		return new CertificateQuery(this.filter, this.sort, page, this.size, List.of());
	}

	CertificateQuery withSize(int size) {
		return new CertificateQuery(this.filter, this.sort, 1, size, List.of());
	}

	CertificateQuery withSort(Sort sort) {
		return new CertificateQuery(this.filter, sort, 1, this.size, List.of());
	}

	CertificateQuery withFilter(Filter filter) {
		return new CertificateQuery(filter, this.sort, 1, this.size, List.of());
	}

	/**
	 * Finds the certificates that the query asks for.
	 * @param index all certificates
	 * @param now the present
	 * @return one page of them; the last one if there are fewer pages than asked for
	 */
	ResultPage apply(CertificateIndex index, Instant now) {
		BitSet found = index.find(this.filter, now);
		int total = found.cardinality();
		int pages = Math.max(1, (total + this.size - 1) / this.size);
		int number = Math.min(this.page, pages);
		return new ResultPage(index.page(found, this.sort, (number - 1) * this.size, this.size), total, number, pages);
	}

	private static void add(UriComponentsBuilder url, String name, @Nullable Object value) {
		if (value != null && !value.toString().isEmpty()) {
			url.queryParam(name, UriUtils.encode(value.toString(), "UTF-8"));
		}
	}

	private static @Nullable String key(@Nullable Enum<?> value) {
		return (value != null) ? Message.key(value) : null;
	}

}
