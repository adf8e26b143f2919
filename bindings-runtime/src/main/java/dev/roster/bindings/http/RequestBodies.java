package dev.roster.bindings.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.roster.bindings.BracketMultipart;
import dev.roster.bindings.BracketParts;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Makes request bodies of models: forms of {@link BracketMultipart} parameters, else JSON. */
final class RequestBodies extends Converter.Factory {

  private static final MediaType JSON = MediaType.get("application/json");

  private final Moshi moshi;

  RequestBodies(Moshi moshi) {
    this.moshi = moshi;
  }

  /** Returns the body of a POST that has nothing to say: an empty object, as JSON. */
  static RequestBody emptyObject() {
    return RequestBody.create(ByteString.encodeUtf8("{}"), JSON);
  }

  @Override
  public Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    for (Annotation annotation : parameterAnnotations) {
      if (annotation instanceof BracketMultipart) {
        return (BracketParts model) -> BracketPartWriter.body(model);
      }
    }
    return json(moshi.adapter(type));
  }

  private static <M> Converter<M, RequestBody> json(JsonAdapter<M> adapter) {
    return model -> {
      Buffer json = new Buffer();
      adapter.toJson(json, model);
      return RequestBody.create(json.readByteString(), JSON);
    };
  }
}
