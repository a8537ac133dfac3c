package dev.homeport.server.outbound;

import dev.homeport.engine.http.HttpUrl;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** The words for what keeps a server from answering. */
record Failures(HttpUrl url) {

  OutboundFailure noConnection(Duration patience) {
    return tooLate("there is no connection to " + host() + " after " + shown(patience));
  }

  OutboundFailure noAnswer(Duration patience) {
    return tooLate(host() + " has not begun to answer after " + shown(patience));
  }

  private OutboundFailure tooLate(String why) {
    return new OutboundFailure(OutboundFailure.Kind.TOO_LATE, why, "look at what that server does");
  }

  OutboundFailure stopped() {
    return noAnswer("Homeport is being stopped", "start it again");
  }

  OutboundFailure noTls(String why) {
    return noAnswer(
        "there is no TLS with " + host() + ": " + why,
        "its certificate must be for that name and of an authority that the JDK trusts"
            + " (-Djavax.net.ssl.trustStore=FILE)");
  }

  OutboundFailure of(IOException why) {
    if (why instanceof BrokenAnswerException) {
      return noAnswer(host() + " " + why.getMessage(), "look at what that server does");
    } else if (why instanceof SSLException) {
      return noTls(String.valueOf(why.getMessage()));
    } else if (why instanceof NoRouteToHostException) {
      return noAnswer("no network leads to " + host(), "check the network");
    } else if (why instanceof ConnectException) {
      return noAnswer(host() + " refuses connections", "start what should listen there");
    }
    return noAnswer(
        host() + " broke the connection: " + why.getMessage(), "look at what that server does");
  }

  private static OutboundFailure noAnswer(String why, String advice) {
    return new OutboundFailure(OutboundFailure.Kind.NO_ANSWER, why, advice);
  }

  private String host() {
    return url.authority();
  }

  private static String shown(Duration patience) {
    return patience.toMillis() % 1000 == 0
        ? patience.toSeconds() + " s"
        : patience.toMillis() + " ms";
  }
}
