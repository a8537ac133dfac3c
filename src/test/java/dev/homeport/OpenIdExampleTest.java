package dev.homeport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The provider of {@code examples/openid}, judged by a client library that knows the standard. */
class OpenIdExampleTest {

  private static final URI CALLBACK = URI.create("http://localhost:3000/callback?from=here");
  private static final ClientID CLIENT = new ClientID("my-app");

  private final Homeport server = Homeport.start(options());
  private final State state = new State("a&b=c");
  private final Nonce nonce = new Nonce();
  private final CodeVerifier verifier = new CodeVerifier();
  private OIDCProviderMetadata provider;

  private static HomeportOptions options() {
    return HomeportOptions.of(Path.of("examples/openid/mocks")).withPort(0);
  }

  @BeforeEach
  void discover() throws Exception {
    provider = OIDCProviderMetadata.resolve(new Issuer(server.url()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void logsIn() throws Exception {
    AuthenticationResponse login = authorize(ResponseType.CODE);
    OIDCTokens tokens = tokens(login, CALLBACK, verifier);

    IDTokenClaimsSet claims = validated(tokens.getIDToken(), CLIENT, nonce);

    assertThat(login.getState()).isEqualTo(state);
    assertThat(claims.getSubject().getValue()).isEqualTo("grace");
    assertThat(claims.getStringClaim("email")).isEqualTo("grace@example.com");
    HTTPRequest request =
        new UserInfoRequest(provider.getUserInfoEndpointURI(), tokens.getBearerAccessToken())
            .toHTTPRequest();
    assertThat(
            UserInfoResponse.parse(request.send()).toSuccessResponse().getUserInfo().getSubject())
        .isEqualTo(claims.getSubject());
  }

  @Test
  void anIdTokenIsForOneClientAndOneLogin() throws Exception {
    JWT token = tokens(authorize(ResponseType.CODE), CALLBACK, verifier).getIDToken();

    assertThatThrownBy(() -> validated(token, CLIENT, new Nonce()))
        .isInstanceOf(BadJOSEException.class)
        .hasMessageContaining("nonce");
    assertThatThrownBy(() -> validated(token, new ClientID("another"), nonce))
        .isInstanceOf(BadJOSEException.class)
        .hasMessageContaining("audience");
  }

  @Test
  void anIdTokenOfAnotherTimeIsRefused() throws Exception {
    HomeportOptions longAgo = options().withClock(Instant.parse("2020-01-01T00:00:00Z"));
    try (Homeport old = Homeport.start(longAgo)) {
      provider = OIDCProviderMetadata.resolve(new Issuer(old.url()));
      JWT token = tokens(authorize(ResponseType.CODE), CALLBACK, verifier).getIDToken();

      assertThatThrownBy(() -> validated(token, CLIENT, nonce))
          .isInstanceOf(BadJOSEException.class)
          .hasMessageContaining("Expired");
    }
  }

  @Test
  void aCodeIsForOneVerifierAndOneAddress() throws Exception {
    AuthenticationResponse login = authorize(ResponseType.CODE);

    assertThat(error(exchanged(login, CALLBACK, new CodeVerifier()))).isEqualTo("invalid_grant");
    assertThat(error(exchanged(login, URI.create("http://localhost/"), verifier)))
        .isEqualTo("invalid_grant");
  }

  @Test
  void anotherFlowComesBackAsAnErrorWithTheState() throws Exception {
    AuthenticationResponse login = authorize(ResponseType.IDTOKEN);

    assertThat(login.toErrorResponse().getErrorObject().getCode())
        .isEqualTo("unsupported_response_type");
    assertThat(login.getState()).isEqualTo(state);
  }

  @Test
  void logsOutWithTheState() throws Exception {
    LogoutRequest logout =
        new LogoutRequest(provider.getEndSessionEndpointURI(), null, CALLBACK, state);
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, logout.toURI());
    request.setFollowRedirects(false);

    assertThat(request.send().getLocation()).hasToString(CALLBACK + "&state=a%26b%3Dc");
  }

  @Test
  @Timeout(120)
  void nodeLogsInWithoutALibrary() throws Exception {
    ProcessBuilder command =
        new ProcessBuilder("node", "examples/openid/login.mjs", server.url())
            .redirectErrorStream(true);
    Process node;
    try {
      node = command.start();
    } catch (IOException e) {
      node = Assumptions.abort("no node");
    }

    assertThat(node.inputReader(UTF_8).lines())
        .containsExactly("Grace <grace@example.com> is logged in.");
    assertThat(node.waitFor()).isZero();
  }

  private AuthenticationResponse authorize(ResponseType type) throws Exception {
    HTTPRequest request =
        new AuthenticationRequest.Builder(type, new Scope("openid", "email"), CLIENT, CALLBACK)
            .endpointURI(provider.getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .loginHint("grace")
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build()
            .toHTTPRequest();
    request.setFollowRedirects(false);
    return AuthenticationResponseParser.parse(request.send().getLocation());
  }

  private OIDCTokens tokens(AuthenticationResponse login, URI redirect, CodeVerifier proof)
      throws Exception {
    OIDCTokenResponse response = (OIDCTokenResponse) exchanged(login, redirect, proof);
    return response.getOIDCTokens();
  }

  private TokenResponse exchanged(AuthenticationResponse login, URI redirect, CodeVerifier proof)
      throws Exception {
    AuthorizationCode code = login.toSuccessResponse().getAuthorizationCode();
    TokenRequest request =
        new TokenRequest.Builder(
                provider.getTokenEndpointURI(),
                new ClientSecretBasic(CLIENT, new Secret("any")),
                new AuthorizationCodeGrant(code, redirect, proof))
            .build();
    return OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
  }

  private static String error(TokenResponse response) {
    return response.toErrorResponse().getErrorObject().getCode();
  }

  private IDTokenClaimsSet validated(JWT token, ClientID client, Nonce expected) throws Exception {
    return new IDTokenValidator(
            provider.getIssuer(), client, JWSAlgorithm.RS256, provider.getJWKSetURI().toURL())
        .validate(token, expected);
  }
}
