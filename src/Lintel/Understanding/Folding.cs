namespace Lintel.Understanding;

/// <summary>Maps every character to the one form that the lexicon and the gazetteer are written in.</summary>
/// <remarks>
/// Lower case, half width, plain quotes and dashes, no accents, Hong Kong traditional characters. One character becomes one character, so that
/// positions survive; the target need not be good spelling (后 becomes 後 everywhere), because lexicon and message go through the same map.
/// </remarks>
internal static class Folding
{
    // Each pair is a character and what it folds to.
    private const string Pairs =
        "万萬与與专專业業东東丝絲两兩严嚴丧喪个個丰豐临臨为為丽麗举舉么麼义義乐樂乔喬习習乡鄉书書买買乱亂争爭于於亏虧云雲亚亞产產亩畝亲親" +
        "亿億仅僅从從仑侖仓倉仪儀们們价價众眾优優伙夥会會伞傘伟偉传傳伤傷伦倫体體余餘佣傭侧側侨僑俩倆俭儉债債倾傾偿償储儲儿兒兑兌党黨兰蘭" +
        "关關兴興养養兽獸内內冈岡册冊写寫军軍农農冯馮冰冰决決况況冻凍净淨准準凉涼减減凑湊几幾凤鳳凯凱击擊划劃刘劉则則刚剛创創删刪别別制製" +
        "剧劇劝勸办辦务務动動励勵劲勁劳勞势勢匀勻区區医醫华華协協单單卖賣卢盧卧臥卫衛衞衛却卻厂廠厅廳历歷压壓厌厭厕廁厨廚县縣参參双雙发發变變" +
        "号號叹嘆吓嚇吗嗎启啟啓啟吴吳员員听聽呜嗚咏詠哑啞响響唤喚啬嗇嘱囑团團园園围圍图圖圆圓圣聖场場块塊坚堅坛壇坝壩坟墳垒壘墙牆壮壯声聲处處" +
        "备備复復够夠头頭夸誇夹夾夺奪奋奮奖獎奥奧妇婦妈媽娱娛婴嬰孙孫学學宁寧宝寶实實宠寵审審宪憲宫宮宽寬宾賓对對寻尋导導寿壽将將尔爾尘塵尝嘗" +
        "尽盡层層屉屜届屆属屬屿嶼岁歲岂豈岗崗岛島岭嶺岘峴峡峽峦巒峰峯币幣师師帐帳带帶帮幫库庫应應庙廟庞龐废廢开開异異弃棄张張弥彌弯彎弹彈强強归歸" +
        "当當录錄彻徹径徑御禦忆憶忧憂怀懷态態怜憐总總恋戀恒恆恳懇恶惡悬懸惊驚惠惠惧懼惯慣愿願戏戲户戶扑撲执執扩擴扫掃扬揚抚撫抢搶护護报報担擔拟擬" +
        "拥擁择擇挂掛挡擋挤擠挥揮换換据據揾搵损損摄攝摆擺摇搖撑撐敌敵数數断斷无無旧舊时時旷曠昙曇显顯晋晉晓曉晕暈暂暫术術机機杀殺杂雜权權条條来來" +
        "杨楊杰傑极極构構枪槍柜櫃标標栈棧栋棟树樹样樣桥橋桩樁梦夢检檢楼樓榄欖横橫欢歡欧歐残殘毕畢气氣汇匯滙匯汉漢汤湯沟溝沪滬泪淚泻瀉泽澤洁潔浅淺" +
        "测測济濟浏瀏浓濃涌湧涛濤润潤涨漲渐漸渔漁温溫游遊湾灣湿濕满滿滨濱滩灘灭滅灯燈灵靈炉爐点點炼煉烂爛烦煩烧燒热熱爱愛爷爺牍牘独獨狮獅猫貓" +
        "环環现現玛瑪珑瓏琼瓊电電画畫畅暢疗療疯瘋痒癢盐鹽监監盖蓋盘盤着著睁睜确確码碼础礎礼禮祷禱离離种種积積称稱稳穩穷窮窃竊窑窯竞競笔筆签簽简簡" +
        "类類粮糧紧緊纪紀约約级級纤纖纯純纱紗纳納纸紙线線綫線练練组組细細织織终終绍紹经經结結绕繞给給统統继繼绩績绫綾续續维維绵綿绿綠缆纜缓緩编編" +
        "缘緣缩縮缴繳网網罗羅罚罰职職联聯聪聰肃肅肠腸肤膚胁脅胜勝脏臟脑腦脚腳脱脫舰艦艺藝节節芦蘆苏蘇荐薦荡蕩荣榮药藥莱萊莲蓮获獲营營萧蕭葱蔥蒋蔣" +
        "蓝藍虑慮虽雖虾蝦蚁蟻补補装裝见見观觀规規视視览覽觉覺触觸订訂计計认認让讓议議记記讲講许許论論设設访訪证證评評识識诉訴词詞试試诗詩诚誠话話" +
        "询詢该該详詳语語误誤说說请請诸諸读讀课課谁誰调調谈談谊誼谢謝谱譜贝貝负負财財责責贤賢败敗账賬货貨质質购購贴貼贵貴贷貸费費贺賀资資赁賃赏賞" +
        "赔賠赚賺赛賽赵趙赶趕趋趨跃躍践踐车車轨軌转轉轮輪软軟轻輕载載较較辆輛输輸边邊达達迁遷过過迈邁运運还還这這进進远遠违違连連迟遲适適选選递遞" +
        "逻邏遗遺邓鄧邮郵邻鄰郑鄭酱醬里裡裏裡鉴鑑针針钓釣钟鐘钢鋼钥鑰钱錢钻鑽铁鐵铃鈴铜銅铝鋁银銀铺舖鋪舖链鏈销銷锁鎖锅鍋错錯锦錦镇鎮镜鏡长長门門" +
        "闪閃闭閉问問间間闲閒闷悶闹鬧闻聞阁閣阅閱队隊阳陽阴陰阵陣阶階际際陆陸陈陳险險随隨隐隱难難雾霧静靜顶頂项項顺順须須顾顧预預领領频頻题題颜顏" +
        "风風飞飛饭飯饮飲饰飾饱飽馆館马馬驻駐驶駛驿驛验驗骏駿骑騎鱼魚鲁魯鲗鰂鲤鯉鸟鳥鸡雞鸣鳴鸭鴨鸿鴻鹏鵬鹤鶴鹰鷹黄黃齐齊齿齒龄齡龙龍龟龜邨村" +
        "臺台后後只隻峒峝埔埔晒哂羣群栢柏牀床脷脷贰貳叁參冲湧沖湧衝湧衆眾墟墟礆磡绣綉繡綉涧澗岸岸珀珀厦廈邮郵闸閘喼喼栋棟濶闊阔闊红紅并並尽盡儘盡勋勳厠廁岚嵐广廣庐廬悦悅庆慶晖暉杆桿桦樺沥瀝滢瀅涟漣灏灝瑶瑤玺璽叠疊硖硤税稅窝窩笃篤笼籠篱籬绝絕络絡缙縉" +
        "聂聶庄莊荫蔭荟薈辉輝複復託托谂諗谓謂誉譽贡貢贸貿赋賦轩軒釐厘鍾鐘镑鎊铸鑄锣鑼周週韵韻页頁颂頌顿頓颐頤饷餉鸪鴣鹧鷓麦麥泷瀧樱櫻绮綺澜瀾烟煙杰傑届屆岁歲价價订訂够夠阶階础礎";

    private static readonly char[] Table = BuildTable();

    internal static char Fold(char c) => Table[c];

    internal static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = Table[source[i]];
        }
    });

    /// <summary>True for characters that are written without being seen; they are left out before anything is read.</summary>
    internal static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u034F' or '\u20E3' or '\u2060' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
            or (>= '\uFE00' and <= '\uFE0F') or '\0';

    private static char[] BuildTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++)
        {
            table[c] = FoldCharacter((char)c);
        }

        for (var i = 0; i < Pairs.Length; i += 2)
        {
            table[Pairs[i]] = Pairs[i + 1];
        }

        return table;
    }

    private static char FoldCharacter(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(c - 0xFEE0)),
        '\u2018' or '\u2019' or '\u02BC' or '\u0060' or '\u00B4' => '\'',
        '\u201C' or '\u201D' => '"',
        >= '\u2010' and <= '\u2015' or '\u2212' or '\uFE63' => '-',
        '\u301C' or '\u223C' or '\u02DC' => '~',
        '\uFFE5' or '\u00A5' => '\u00A5',
        '\uFE69' => '$',
        '\r' or '\u0085' or '\u2028' or '\u2029' => '\n',
        '\t' => ' ',
        _ when char.IsWhiteSpace(c) && c != '\n' => ' ',
        >= '\u00C0' and <= '\u024F' => WithoutAccent(c),
        _ when c < '\u0300' => char.ToLowerInvariant(c),
        _ => c,
    };

    private static char WithoutAccent(char c)
    {
        var plain = c.ToString().Normalize(System.Text.NormalizationForm.FormD)[0];
        return char.ToLowerInvariant(plain);
    }
}
