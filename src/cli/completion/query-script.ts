// The term at the cursor of a query that one argument holds, `is:live author:Il`, for bash and zsh alike.
import { shellText } from "./shell-text.ts";

/** `_stet_has_any` is the shell's own: whether a word was offered. `_stet_is_text` is as in value-script.ts. */
export const QUERY_SCRIPT: string = shellText`
_stet_offer_query() { # TYPED: keeps what stands before the term
  local head=$_stet_head word field char within= i=0 end=0 last=0 value=0 first= source=
  local _stet_is_phrase=
  if [[ $1 = *['()']* || $1 =~ $_stet_blank ]]; then end=\${#1}; fi
  for ((i = 0; i < end; i++)); do
    char=\${1:$i:1}
    case $within$char in
      '"\') i=$((i + 1)) ;;
      '""') within= ;;
      '"') within=$char ;;
      '"'*) ;;
      *)
        if [[ $char != ['()'] && ! $char =~ $_stet_blank ]]; then continue; fi
        word=\${1:$last:$((i - last))} field=
        if [[ $word = *[:=]* ]]; then field=\${word%%[:=]*}; fi
        word=\${field%\!}
        _stet_field "\${word##*[\!-]}"
        if [[ $REPLY != none && \${1:$((last + \${#field} + 1)):1} != \" ]]; then first=$last source=$REPLY value=$((last + \${#field} + 1)); fi
        last=$((i + 1))
        ;;
    esac
  done
  if [[ -n $source ]]; then # a value with blanks, of which so much is typed
    if [[ $first -gt 0 ]]; then _stet_is_text=1; fi
    _stet_head=$head\${1:0:$value} _stet_typed=\${1:$value} _stet_form=value
    _stet_offer "$source" "$_stet_typed"
    if _stet_has_any; then return; fi
  fi
  if [[ $last -gt 0 ]]; then
    if [[ -z $_stet_is_text && ! \${1:0:$last} =~ $_stet_grammar ]]; then _stet_is_phrase=1; fi
    _stet_form= _stet_typed= _stet_is_quoted= _stet_is_text=1
  fi
  _stet_head=$head\${1:0:$last}
  _stet_offer term "\${1:$last}"
}

# what makes more than a phrase of an argument with blanks
_stet_grammar='["()]|(^|[[:space:]])(OR|AND|NOT|[|])([[:space:]]|$)'
`;
