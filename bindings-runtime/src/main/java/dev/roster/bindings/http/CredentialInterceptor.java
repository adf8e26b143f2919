package dev.roster.bindings.http;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Puts the credential on requests to the provider's own scheme, host and port, and on no other.
 *
 * <p>It must be a network interceptor, which sees each request as it leaves. An application
 * interceptor sees the first one only: OkHttp would carry the header along a redirect to another
 * host, as it strips no header but {@code Authorization}.
 */
final class CredentialInterceptor implements Interceptor {

  private final HttpUrl baseUrl;
  private final Credential credential;

  CredentialInterceptor(HttpUrl baseUrl, Credential credential) {
    this.baseUrl = baseUrl;
    this.credential = credential;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (!isProvider(request.url())) {
      // Not even the mask.
      return chain.proceed(request.newBuilder().removeHeader(credential.header()).build());
    }
    return chain.proceed(
        request.newBuilder().header(credential.header(), credential.headerValue()).build());
  }

  private boolean isProvider(HttpUrl url) {
    return url.scheme().equals(baseUrl.scheme())
        && url.host().equals(baseUrl.host())
        && url.port() == baseUrl.port();
  }
}
