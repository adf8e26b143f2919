package dev.roster.bindings.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiOperation;
import dev.roster.bindings.DriftListener;
import dev.roster.bindings.Operation;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/**
 * Makes the {@link ApiCall}s that generated methods return.
 *
 * <p>Retrofit makes the request; the sending and reading is in {@link HttpCall}, because a Retrofit
 * converter sees neither status nor headers, and because Retrofit reads error bodies whole.
 */
final class ApiCalls extends CallAdapter.Factory {

  private final Map<String, Operation> operations;
  private final Moshi moshi;
  private final HttpUrl baseUrl;
  private final Credential credential;
  private final OkHttpClient client;
  private final Executor threads;
  private final DriftListener drift;

  ApiCalls(
      List<Operation> operations,
      Moshi moshi,
      HttpUrl baseUrl,
      Credential credential,
      OkHttpClient client,
      Executor threads,
      DriftListener drift) {
    this.operations =
        operations.stream()
            .collect(Collectors.toUnmodifiableMap(Operation::id, Function.identity()));
    this.moshi = moshi;
    this.baseUrl = baseUrl;
    this.credential = credential;
    this.client = client;
    this.threads = threads;
    this.drift = drift;
  }

  @Override
  public @Nullable CallAdapter<?, ?> get(
      Type returnType, Annotation[] annotations, Retrofit retrofit) {
    if (getRawType(returnType) != ApiCall.class) {
      return null;
    }
    if (!(returnType instanceof ParameterizedType call)) {
      throw new IllegalArgumentException("ApiCall must name the model: ApiCall<Account>");
    }
    Operation operation = operation(annotations);
    return adapter(operation, moshi.adapter(getParameterUpperBound(0, call)));
  }

  private Operation operation(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (annotation instanceof ApiOperation named) {
        Operation operation = operations.get(named.value());
        if (operation == null) {
          throw new IllegalArgumentException(
              "@ApiOperation names '"
                  + named.value()
                  + "', which is none of "
                  + operations.keySet());
        }
        return operation;
      }
    }
    throw new IllegalArgumentException("A method that returns an ApiCall needs an @ApiOperation");
  }

  private <T> CallAdapter<ResponseBody, ApiCall<T>> adapter(
      Operation operation, JsonAdapter<T> adapter) {
    AnswerReader<T> answers =
        new AnswerReader<>(
            adapter,
            new ErrorReader(moshi, operation.error(), credential),
            new Failures(operation, baseUrl, credential),
            new DriftTeller(operation, credential, drift));
    return new CallAdapter<>() {
      @Override
      public Type responseType() {
        return ResponseBody.class;
      }

      @Override
      public ApiCall<T> adapt(Call<ResponseBody> call) {
        return new HttpCall<>(prepared(call.request(), operation), answers, client, threads);
      }
    };
  }

  /**
   * The request with what all have: a mask in the credential's place, which {@link
   * CredentialInterceptor} fills, and the operation, for the listeners of a shared client. A POST
   * without a body parameter carries an empty object, so that it has the Content-Type that
   * providers ask for.
   */
  private Request prepared(Request request, Operation operation) {
    Request.Builder prepared =
        request
            .newBuilder()
            .header("Accept", "application/json")
            .header(credential.header(), credential.maskedHeaderValue())
            .tag(Operation.class, operation);
    RequestBody body = request.body();
    try {
      if (body != null && body.contentType() == null && body.contentLength() == 0) {
        prepared.method(request.method(), RequestBodies.emptyObject());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return prepared.build();
  }
}
