package dev.homeport.engine.journal;

import dev.homeport.engine.answer.ResponsePlan;
import dev.homeport.engine.http.Headers;
import dev.homeport.engine.http.PathHash;
import dev.homeport.engine.http.Request;
import dev.homeport.engine.http.WrittenHead;
import dev.homeport.engine.route.Case;
import dev.homeport.engine.route.Route;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

  /** A {@link WrittenHead}. */
  private final String head;

  private final long epochSecond;
  private final int nanoOfSecond;
  private final int pathHash;
  private final long receivedNanoTime;
  private final String protocol;
  private final int clientPort;
  private final String method;
  private final String scheme;
  private final InetAddress client;
  private final byte[] body;
  private final int bodyLength;

  /** Who answered, if that was a route: an object less than its outcome. */
  private final @Nullable Route route;

  private final @Nullable Case answeredBy;
  private final @Nullable ResponsePlan sent;

  /** Who else did. */
  private final @Nullable Outcome other;

  private final int status;
  private final String reason;
  private final @Nullable String fault;
  private final @Nullable OutboundResult forwarded;
  private final @Nullable MessageNote message;

  private final byte[] responseBody;
  private final int bytes;

  /** Given by the journal before anybody else sees the entry. */
  private long id;

  /** Likewise. */
  private long unmatchedBefore;

  /** Negative for a stream. */
  private final long responseLength;

  /**
   * What became known later, null for nothing: most entries never have any, and a volatile field
   * that is written when they are made would cost as much as all their others.
   */
  private volatile @Nullable Aftermath later;

  /** 0 while pending; nanoseconds from the start, at least 1, negative when it was aborted. */
  private volatile long ended;

  @SuppressWarnings("JavaInstantGetSecondsGetNano") // both parts are kept
  Entry(Exchange exchange, int mostBody) {
    Request request = exchange.request();
    SentResponse response = exchange.response();
    Arrival arrival = exchange.arrival();
    head = WrittenHead.of(request.target(), request.headers(), response.headers());
    pathHash = PathHash.of(request.target());
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
    if (exchange.outcome() instanceof Outcome.ByRoute by) {
      route = by.route();
      answeredBy = by.answeredBy();
      sent = by.plan();
      other = null;
    } else {
      route = null;
      answeredBy = null;
      sent = null;
      other = exchange.outcome();
    }
    status = response.status();
    reason = response.reason();
    responseBody = cut(response.body(), mostBody);
    responseLength = response.length();
    fault = response.fault();
    forwarded = exchange.forwarded();
    message = exchange.message();
    bytes = HeapEstimate.of(this, response.isKept());
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
    byte[] kept = cut(body, mostBody);
    learn(known -> known.withBody(kept));
    return kept.length;
  }

  /** Likewise what came of a call that followed the answer. */
  int addCallback(OutboundResult result) {
    learn(known -> known.withCallback(result));
    return result.bytes();
  }

  void addBytes(int more) {
    learn(known -> known.withBytes(more));
  }

  private synchronized void learn(UnaryOperator<Aftermath> news) {
    later = news.apply(aftermath());
  }

  private Aftermath aftermath() {
    Aftermath known = later;
    return known == null ? Aftermath.NOTHING : known;
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
    return WrittenHead.target(head);
  }

  /** The {@link PathHash} of the target. */
  public int pathHash() {
    return pathHash;
  }

  /** Target and fields as a {@link WrittenHead}: to be judged without a copy of the target. */
  public String head() {
    return head;
  }

  public Headers headers() {
    return WrittenHead.request(head);
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
    if (route != null && answeredBy != null && sent != null) {
      return new Outcome.ByRoute(route, answeredBy, sent);
    }
    return Objects.requireNonNull(other);
  }

  /** Why no route did, or null; as {@link #outcome} without an object for one that did. */
  Outcome.@Nullable Unmatched unmatched() {
    return other instanceof Outcome.Unmatched unmatched ? unmatched : null;
  }

  /** The route that answered, or null. */
  public @Nullable Route route() {
    return route;
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
    return WrittenHead.response(head);
  }

  /** The raw bytes of the body that were kept, none of a file; do not change them. */
  public byte[] responseBody() {
    byte[] came = aftermath().body();
    return came == null ? responseBody : came;
  }

  /** Which other server was asked for the response; empty when the mock made it. */
  public Optional<OutboundResult> forwarded() {
    return Optional.ofNullable(forwarded);
  }

  /** The same without a wrapping. */
  @Nullable OutboundResult outbound() {
    return forwarded;
  }

  /** What came of the calls that followed the response, in the order in which they ended. */
  public List<OutboundResult> callbacks() {
    return aftermath().callbacks();
  }

  /**
   * Whether nobody knew the length of the body when it began; of what the mock made none is kept.
   */
  public boolean isStream() {
    return responseLength < 0;
  }

  /** Why the body broke off, of a stream with the place of the item; empty when it did not. */
  public Optional<String> failure() {
    return Optional.ofNullable(aftermath().failure());
  }

  /**
   * Notes what became of a body that was made, or came, while it was sent; to be called before its
   * ending is told.
   *
   * @param bytes of the body that were handed to the connection
   * @param why it broke off by itself, or null
   */
  public void streamed(long bytes, @Nullable String why) {
    learn(known -> known.withEnd(bytes, why));
  }

  /**
   * Bytes of the whole body as it leaves, of a file too; 0 for HEAD, and of a stream until it has
   * ended.
   */
  public long responseLength() {
    long sent = aftermath().length();
    return sent < 0 ? Math.max(0, responseLength) : sent;
  }

  /** The word of the fault that befell the response: {@code reset}; empty when it was whole. */
  public Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /** Of a message of a WebSocket what is known beside it; empty for a request. */
  public Optional<MessageNote> message() {
    return Optional.ofNullable(message);
  }

  /** The same without a wrapping. */
  @Nullable MessageNote note() {
    return message;
  }

  /**
   * How the WebSocket that the request opened has ended; empty while it is open, and for others.
   */
  public Optional<Closing> closing() {
    return Optional.ofNullable(aftermath().closing());
  }

  /** Notes how the WebSocket that the request opened has ended. */
  public void closed(Closing how) {
    learn(known -> known.withClosing(how));
  }

  /** Notes why what was to follow a message could not be done. */
  public void failed(String why) {
    learn(known -> known.withFailure(why));
  }

  /** Whether {@link #responseBody} is only the beginning, or a file of which nothing is kept. */
  public boolean isResponseCut() {
    return responseBody().length < responseLength();
  }

  /**
   * The request again, for conditions and views of it; a new one each time, for the thread that
   * asks. Of a cut body it has the beginning.
   */
  public Request request() {
    if (message != null) {
      return new Request(method, target(), headers(), body, scheme, client)
          .message(message.kind(), body);
    }
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
    return (int) Math.min((long) bytes + aftermath().bytes(), Integer.MAX_VALUE);
  }
}
