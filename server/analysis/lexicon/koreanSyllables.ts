/** Syllables of Korean given names as news writes them, lower case: Jae-in, Jong-un, Kyung-wha. */
export const KOREAN_SYLLABLES: ReadonlySet<string> = new Set(
  (
    'ae ah an bae baek bin bo bok bong bum byeong byung cha chae chan chang che cheol cheon cho chol choong chul chun chung dae dal do dong ' +
    'doo du duck duk eon eui eun ga geon geum geun gi gil goo gook guk gun gwan gwang gyeong gyu gyun ha hae hak han hang hee heon heung hi ' +
    'ho hong hoon hui hun hwa hwan hwi hye hyeok hyeon hyo hyok hyon hyong hyuck hyuk hyun hyung ik il im in ja jae jeom jeong ji jik jin jo ' +
    'jon jong joo joon ju jun jung ki kil ko kon koo kook ku kuk kun kwan kwang kwon kyeong kyo kyong kyoo kyu kyun kyung man mi min mo mok ' +
    'moo moon mu mun myeong myong myung na nam nan ok pil pok pom pyo pyong ra ran re ri rim rok ryol ryong sam sang seo seok seon seong ' +
    'seung shik shin si sik sil sim sin sol son song soo sook soon su suk sun sung tae taek u uk un ung wan whan wol won woo wook wu yang ' +
    'ye yeol yeon yeong yi yo yol yon yong yoo yoon you young yu yul yun'
  ).split(' '),
);
