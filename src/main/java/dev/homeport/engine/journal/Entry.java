package dev.homeport.engine.journal;

import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.http.WrittenHead;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came and how it was answered. Immutable but for its ending, which is told once;
 * safe for any number of threads. Nothing is decoded before somebody asks.
 */
public final class Entry {

  /** Of a body that was sent with a content coding. */
  private static final int MOST_DECODED = 64 << 20;

  private static final VarHandle ENDED;

  static {
    try {
      ENDED = MethodHandles.lookup().findVarHandle(Entry.class, "ended", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final WrittenHead head;
  private final long epochSecond;
  private final int nanoOfSecond;
  private final long receivedNanoTime;
  private final String protocol;
  private final int clientPort;
  private final String method;
  private final String scheme;
  private final InetAddress client;
  private final byte[] body;
  private final int bodyLength;
  private final Outcome outcome;
  private final int status;
  private final String reason;
  private final @Nullable String fault;
  private final @Nullable OutboundResult forwarded;

  /** Of what another server answers empty until it has ended. */
  private volatile byte[] responseBody;

  private volatile List<OutboundResult> callbacks = List.of();

  /** Changed by the journal alone. */
  private volatile int bytes;

  /** Given by the journal before anybody else sees the entry. */
  private long id;

  /** Likewise. */
  private long unmatchedBefore;

  private final boolean isStream;

  /** Of a stream 0 until it has ended. */
  private volatile long responseLength;

  private volatile @Nullable String failure;

  /** 0 while pending; nanoseconds from the start, at least 1, negative when it was aborted. */
  private volatile long ended;

  @SuppressWarnings("JavaInstantGetSecondsGetNano") // both parts are kept
  Entry(Exchange exchange, int mostBody) {
    Request request = exchange.request();
    SentResponse response = exchange.response();
    Arrival arrival = exchange.arrival();
    head = new WrittenHead(request.target(), request.headers(), response.headers());
    epochSecond = arrival.time().getEpochSecond();
    nanoOfSecond = arrival.time().getNano();
    receivedNanoTime = arrival.nanoTime();
    protocol = arrival.protocol();
    clientPort = arrival.clientPort();
    method = request.method();
    scheme = request.scheme();
    client = request.client();
    body = cut(request.sentBody(), mostBody);
    bodyLength = request.sentBody().length;
    outcome = exchange.outcome();
    status = response.status();
    reason = response.reason();
    responseBody = cut(response.body(), mostBody);
    isStream = response.length() < 0;
    responseLength = Math.max(0, response.length());
    fault = response.fault();
    forwarded = exchange.forwarded();
    bytes = HeapEstimate.of(this, response.body());
  }

  private static byte[] cut(byte[] whole, int most) {
    return whole.length <= most ? whole : Arrays.copyOf(whole, most);
  }

  void number(long given, long unmatched) {
    id = given;
    unmatchedBefore = unmatched;
  }

  /** Keeps the body that came after it was made; returns how many bytes of heap that takes. */
  int keepBody(byte[] body, int mostBody) {
    responseBody = cut(body, mostBody);
    return responseBody.length;
  }

  /** Likewise what came of a call that followed the answer; by one thread at a time. */
  int addCallback(OutboundResult result) {
    List<OutboundResult> all = new ArrayList<>(callbacks);
    all.add(result);
    callbacks = List.copyOf(all);
    return result.bytes();
  }

  void addBytes(int more) {
    bytes = (int) Math.min((long) bytes + more, Integer.MAX_VALUE);
  }

  /** How many of the requests before it, since the first, no route had answered. */
  long unmatchedBefore() {
    return unmatchedBefore;
  }

  /** 1 for the first request of a journal, then ascending without a gap. */
  public long id() {
    return id;
  }

  /** When the head of the request had come. */
  public Instant received() {
    return Instant.ofEpochSecond(epochSecond, nanoOfSecond);
  }

  /** {@code HTTP/1.1} or {@code HTTP/1.0}, of the request; responses are always 1.1. */
  public String protocol() {
    return protocol;
  }

  public String method() {
    return method;
  }

  /** Raw, with its query. */
  public String target() {
    return head.target();
  }

  public Headers headers() {
    return head.request();
  }

  /** {@code http} or {@code https}. */
  public String scheme() {
    return scheme;
  }

  public InetAddress client() {
    return client;
  }

  /** The port of the peer: the same for all requests of one connection. */
  public int clientPort() {
    return clientPort;
  }

  /** The raw bytes that were kept; do not change them. */
  public byte[] body() {
    return body;
  }

  /** Bytes of the whole body. */
  public long bodyLength() {
    return bodyLength;
  }

  /** Whether {@link #body} is only the beginning. */
  public boolean isBodyCut() {
    return body.length < bodyLength;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** 0 when no status was sent: the request never became complete, or a fault sends none. */
  public int status() {
    return status;
  }

  /** The reason phrase: {@code Not Found}. */
  public String reason() {
    return reason;
  }

  /** All fields as they leave, but for {@code Connection}. */
  public Headers responseHeaders() {
    return head.response();
  }

  /** The raw bytes of the body that were kept, none of a file; do not change them. */
  public byte[] responseBody() {
    return responseBody;
  }

  /** Which other server was asked for the response; empty when the mock made it. */
  public Optional<OutboundResult> forwarded() {
    return Optional.ofNullable(forwarded);
  }

  /** What came of the calls that followed the response, in the order in which they ended. */
  public List<OutboundResult> callbacks() {
    return callbacks;
  }

  /**
   * Whether nobody knew the length of the body when it began; of what the mock made none is kept.
   */
  public boolean isStream() {
    return isStream;
  }

  /** Why the body broke off, of a stream with the place of the item; empty when it did not. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Notes what became of a body that was made, or came, while it was sent; to be called before its
   * ending is told.
   *
   * @param bytes of the body that were handed to the connection
   * @param why it broke off by itself, or null
   */
  public void streamed(long bytes, @Nullable String why) {
    responseLength = bytes;
    failure = why;
  }

  /**
   * Bytes of the whole body as it leaves, of a file too; 0 for HEAD, and of a stream until it has
   * ended.
   */
  public long responseLength() {
    return responseLength;
  }

  /** The word of the fault that befell the response: {@code reset}; empty when it was whole. */
  public Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /** Whether {@link #responseBody} is only the beginning, or a file of which nothing is kept. */
  public boolean isResponseCut() {
    return responseBody.length < responseLength;
  }

  /**
   * The request again, for conditions and views of it; a new one each time, for the thread that
   * asks. Of a cut body it has the beginning.
   */
  public Request request() {
    return new Request(method, target(), headers(), body, scheme, client)
        .decodedWhenAsked(MOST_DECODED);
  }

  /**
   * Notes that all of the response was handed to the client's connection.
   *
   * @param nanoTime now, on the clock of {@link Arrival#nanoTime}
   * @return false when its ending is known already; nothing changes then
   */
  public boolean answered(long nanoTime) {
    return ENDED.compareAndSet(this, 0L, Math.max(1, nanoTime - receivedNanoTime));
  }

  /** Notes that the client did not get all of the response; otherwise as {@link #answered}. */
  public boolean aborted(long nanoTime) {
    return ENDED.compareAndSet(this, 0L, -Math.max(1, nanoTime - receivedNanoTime));
  }

  /** What became of the response so far. */
  public Ending ending() {
    long now = ended;
    if (now == 0) {
      return Ending.PENDING;
    }
    return now > 0 ? Ending.ANSWERED : Ending.ABORTED;
  }

  /** From the request to the end of its response; empty while that is pending. */
  public Optional<Duration> duration() {
    long now = ended;
    return now == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(Math.abs(now)));
  }

  /** Characters of the target and of all fields. */
  int headLength() {
    return head.length();
  }

  /**
   * An estimate of the heap that the entry keeps from being freed: objects, strings and arrays, as
   * on a 64-bit JVM with compressed references. Counted as if nothing were shared, except the body
   * of a constant response, which its route keeps anyway, and words of HTTP.
   */
  public int bytes() {
    return bytes;
  }
}
