package dev.homeport.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.http.HttpUrl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedTargetsTest {

  private static final String PUBLIC = "93.184.216.34";

  @ParameterizedTest
  @CsvSource({
    "api.example.com, http://api.example.com",
    "api.example.com, https://API.example.com:8443/a",
    "api.example.com:8443, https://api.example.com:8443",
    "*.example.com, http://a.b.example.com",
    "*, http://anything.example",
    "localhost:3000, http://localhost:3000",
    "127.0.0.1, http://127.0.0.1:80",
    "10.0.0.0/8, http://10.1.2.3",
    "[::1]:3000, http://[::1]:3000",
    "fd00::/8, http://[fd12::1]",
  })
  void hostsThatAreAllowed(String setting, String url) {
    assertThat(allowed(setting).refusal(url(url))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "api.example.com, http://example.com",
    "api.example.com, http://api.example.com.evil.test",
    "api.example.com:8443, https://api.example.com",
    "*.example.com, http://example.com",
    "*.example.com, http://badexample.com",
    "*, http://127.0.0.1",
    "*, http://169.254.169.254",
    "localhost, http://127.0.0.1",
    "10.0.0.0/8, http://11.0.0.1",
    "127.0.0.1, http://[::1]",
  })
  void hostsThatAreNot(String setting, String url) {
    OutboundFailure refusal = Objects.requireNonNull(allowed(setting).refusal(url(url)));

    assertThat(refusal.kind()).isEqualTo(OutboundFailure.Kind.NOT_ALLOWED);
    assertThat(refusal.advice()).contains("--allow-outbound " + url(url).authority());
  }

  @ParameterizedTest
  @CsvSource({
    "api.example.com, api.example.com, 93.184.216.34",
    "*, anything.example, 2606:2800:220:1::1",
    "localhost, localhost, 127.0.0.1",
    "localhost, localhost, ::1",
    "api, api, 172.18.0.3",
    "host.docker.internal, host.docker.internal, 192.168.65.254",
    "'api.corp.example,10.0.0.0/8', api.corp.example, 10.9.8.7",
    "'api.corp.example,127.0.0.1', api.corp.example, 127.0.0.1",
  })
  void addressesThatMayBeCalled(String setting, String host, String address) {
    assertThat(allowed(setting.split(",", -1)).refusal(url("http://" + host), at(address)))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "api.example.com, api.example.com, 127.0.0.1",
    "api.example.com, api.example.com, 10.0.0.1",
    "api.example.com, api.example.com, 192.168.1.1",
    "api.example.com, api.example.com, 169.254.169.254",
    "api.example.com, api.example.com, ::1",
    "api.example.com, api.example.com, fd00::1",
    "api.example.com, api.example.com, fe80::1",
    "api.example.com, api.example.com, ::ffff:127.0.0.1",
    "api.example.com, api.example.com, 64:ff9b::7f00:1",
    "api.example.com, api.example.com, 2002:7f00:1::",
    "api.example.com, api.example.com, 0.0.0.0",
    "api.example.com, api.example.com, 100.64.0.1",
    "api.example.com, api.example.com, 224.0.0.1",
    "*, rebound.example, 127.0.0.1",
    "*, metadata, 10.0.0.1",
    "*.internal, metadata.internal, 10.0.0.1",
    "localhost, localhost, 169.254.169.254",
    "api, api, 169.254.169.254",
  })
  void addressesThatMayNot(String setting, String host, String address) {
    OutboundFailure refusal =
        Objects.requireNonNull(
            allowed(setting.split(",", -1)).refusal(url("http://" + host), at(address)));

    assertThat(refusal.why()).startsWith(host + " has the address ");
    assertThat(refusal.advice()).contains("add the address: --allow-outbound " + host + ",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2130706433", "0x7f.1", "127.1", "0177.0.0.1"})
  void addressesInOddFormsAreNames(String odd) {
    assertThat(allowed("127.0.0.1").refusal(url("http://" + odd))).isNotNull();
  }

  @Test
  void nothingIsAllowedByDefault() {
    assertThat(AllowedTargets.none().refusal(url("http://localhost"))).isNotNull();
    assertThat(AllowedTargets.none().refusal(url("http://" + PUBLIC))).isNotNull();
  }

  private static AllowedTargets allowed(String... setting) {
    return AllowedTargets.of(List.of(setting));
  }

  private static HttpUrl url(String text) {
    try {
      return HttpUrl.parse(text);
    } catch (SyntaxException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static InetAddress at(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
