package dev.certdeck.form;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.certdeck.web.Bulkhead;
import jakarta.servlet.FilterChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.ServletRequestPathUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FileGate}.
 */
class FileGateTests {

	private final ExecutorService senders = Executors.newCachedThreadPool();

	private final CountDownLatch end = new CountDownLatch(1);

	@AfterEach
	void end() {
		this.end.countDown();
		this.senders.shutdownNow();
	}

	@Test
	void boundedNumberIsInWorkAndABoundedNumberWaits() throws Exception {
		CountDownLatch inWork = new CountDownLatch(2);
		FileGate gate = new FileGate(100, new Bulkhead(2, 1, Duration.ofSeconds(30)));
		FilterChain work = (request, response) -> {
			inWork.countDown();
			await();
		};
		List<Future<MockHttpServletResponse>> first = new ArrayList<>();
		first.add(send(gate, work));
		first.add(send(gate, work));
		assertThat(inWork.await(20, TimeUnit.SECONDS)).isTrue();
		Future<MockHttpServletResponse> waiting = send(gate, (request, response) -> {
		});
		List<MockHttpServletResponse> answers = new ArrayList<>();
		List<Future<MockHttpServletResponse>> further = new ArrayList<>();
		for (int number = 0; number < 5; number++) {
			further.add(send(gate, work));
		}
		long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (answers.size() < 4 && System.nanoTime() < deadline) {
			for (Future<MockHttpServletResponse> future : further) {
				if (future.isDone() && !answers.contains(future.get())) {
					answers.add(future.get());
				}
			}
			Thread.sleep(20);
		}
		assertThat(answers).hasSizeGreaterThanOrEqualTo(4).allSatisfy((answer) -> {
			assertThat(answer.getStatus()).isEqualTo(503);
			assertThat(answer.getHeader("Retry-After")).isEqualTo("10");
		});
		this.end.countDown();
		for (Future<MockHttpServletResponse> future : first) {
			assertThat(future.get().getStatus()).isEqualTo(200);
		}
		assertThat(waiting.get().getStatus()).isIn(200, 503);
	}

	@Test
	void formThatWaitedLongEnoughIsRefused() throws Exception {
		FileGate gate = new FileGate(100, new Bulkhead(1, 1, Duration.ofMillis(50)));
		CountDownLatch inWork = new CountDownLatch(1);
		Future<MockHttpServletResponse> first = send(gate, (request, response) -> {
			inWork.countDown();
			await();
		});
		assertThat(inWork.await(20, TimeUnit.SECONDS)).isTrue();
		assertThat(send(gate, (request, response) -> {
		}).get(20, TimeUnit.SECONDS).getStatus()).isEqualTo(503);
		this.end.countDown();
		assertThat(first.get().getStatus()).isEqualTo(200);
	}

	private void await() {
		try {
			this.end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Future<MockHttpServletResponse> send(FileGate gate, FilterChain work) {
		return this.senders.submit(() -> {
			MockHttpServletRequest request = new MockHttpServletRequest("POST", "/certificates/upload");
			request.setContentType("multipart/form-data; boundary=x");
			request.setContent(new byte[10]);
			ServletRequestPathUtils.parseAndCache(request);
			MockHttpServletResponse response = new MockHttpServletResponse();
			gate.doFilter(new ClosedRequest(request), response, work);
			return response;
		});
	}

}
